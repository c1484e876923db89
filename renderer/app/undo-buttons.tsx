import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../data/observable';
import { useStore } from '../data/store-context';
import { useUndoKeys } from './use-undo-keys';
import { useUndoText } from './use-undo-text';

/** Undo and redo of this window, each saying what it would do. */
export function UndoButtons() {
  const { t } = useTranslation();
  const { undo } = useStore();
  const stacks = useObservable(undo.stacks);
  const { describe } = useUndoText();
  useUndoKeys();
  const back = stacks.undo.at(-1);
  const forward = stacks.redo.at(-1);
  return (
    <span className="undo-buttons">
      <Button
        type="text"
        icon={<UndoOutlined />}
        aria-label={t('undo.undo')}
        title={back ? t('undo.undoHint', { what: describe(back) }) : t('undo.undo')}
        disabled={!back}
        onClick={() => void undo.run('undo')}
      />
      <Button
        type="text"
        icon={<RedoOutlined />}
        aria-label={t('undo.redo')}
        title={forward ? t('undo.redoHint', { what: describe(forward) }) : t('undo.redo')}
        disabled={!forward}
        onClick={() => void undo.run('redo')}
      />
    </span>
  );
}

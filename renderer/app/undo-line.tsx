import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../data/observable';
import { useStore } from '../data/store-context';
import './undo.css';
import { useUndoText } from './use-undo-text';

const shownMillis = 8000;

/** Says what was undone, or why nothing was; goes by itself. */
export function UndoLine() {
  const { t } = useTranslation();
  const { report } = useStore().undo;
  const latest = useObservable(report);
  const words = useUndoText();
  useEffect(() => {
    if (!latest) return;
    const timer = setTimeout(() => report.set(null), shownMillis);
    return () => clearTimeout(timer);
  }, [latest, report]);
  return (
    <output className="undo-line" aria-live="polite">
      {latest && (
        <span className={`undo-line-words undo-line-${latest.result === 'done' ? 'done' : 'kept'}`}>
          {words.report(latest)}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('trouble.dismiss')}
            onClick={() => report.set(null)}
          />
        </span>
      )}
    </output>
  );
}

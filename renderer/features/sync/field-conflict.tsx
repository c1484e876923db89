import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Conflict } from '../../../shared/changes/list-conflicts';
import type { Head } from '../../../shared/changes/record-state';
import { useStore } from '../../data/store-context';
import type { RecordConflict } from '../../data/use-conflicts';
import { useLanguage } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';
import { useFieldName } from '../../locales/use-field-name';
import { useValueText } from '../../locales/use-value-text';

interface FieldConflictProps {
  readonly entry: RecordConflict;
  readonly conflict: Conflict;
}

/** The values of one field. The decision is an edit like any other: it replaces all of them. */
export function FieldConflict({ entry, conflict }: FieldConflictProps) {
  const store = useStore();
  const nameOf = useFieldName();
  const say = useValueText(entry, conflict.field);
  const name = nameOf(conflict.field, entry.checklist);
  const choose = ({ value }: Head) =>
    void store.save([
      { kind: entry.kind, id: entry.record, tour: entry.tour, values: { [conflict.field]: value } },
    ]);
  return (
    <fieldset className="bare">
      <legend className="conflict-field">{name}</legend>
      <div className="conflict-values">
        {conflict.heads.map((head, index) => (
          <Value
            key={head.change}
            head={head}
            words={say(head.value)}
            shown={index === 0}
            onChoose={() => choose(head)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ValueProps {
  readonly head: Head;
  readonly words: string;
  readonly shown: boolean;
  readonly onChoose: () => void;
}

function Value({ head, words, shown, onChoose }: ValueProps) {
  const { t } = useTranslation();
  const store = useStore();
  const language = useLanguage();
  const device =
    head.device === store.device
      ? t('sync.thisDevice')
      : t('sync.otherDevice', { device: head.device.slice(-6) });
  return (
    <div className={`conflict-value${shown ? ' conflict-value-shown' : ''}`}>
      <p className="conflict-text">{words}</p>
      <p className="soft conflict-from">
        {t('sync.from', { author: head.author, at: labelTime(head.at, language) })} · {device}
        {shown && <span className="conflict-mark">{t('sync.shown')}</span>}
      </p>
      <Button aria-label={t('sync.useThis', { author: head.author })} onClick={onChoose}>
        {t('sync.use')}
      </Button>
    </div>
  );
}

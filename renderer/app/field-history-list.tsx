import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { diffText } from '../../shared/changes/diff-text';
import type { FieldHistory, PastValue } from '../../shared/changes/field-history';
import { useStore } from '../data/store-context';
import type { RecordHistory } from '../data/use-record-history';
import { useRecordStatus } from '../data/use-record-status';
import { useFieldName } from '../locales/use-field-name';
import { useLanguage } from '../locales/use-problem-text';
import { useValueText } from '../locales/use-value-text';
import { labelTime } from '../ui/label-time';

interface FieldHistoryListProps {
  readonly history: RecordHistory;
  readonly field: FieldHistory;
}

/** Every value of one field, newest first, with who set it. Restoring one is an edit like any other. */
export function FieldHistoryList({ history, field }: FieldHistoryListProps) {
  const { t } = useTranslation();
  const store = useStore();
  const nameOf = useFieldName();
  const say = useValueText(history, field.field);
  const [all, setAll] = useState(false);
  const { kind, id, scope } = history.state;
  // What a leader said stands as it was heard once others have it.
  const fixed = useRecordStatus(id)?.state === 'sent' && kind === 'remark' && field.field === 'text';
  const name = nameOf(field.field, history.checklist);
  const drafts = field.values.filter((value) => value.isDraft).length;
  const shown = field.values.filter((value) => all || !value.isDraft);
  const restore = ({ value }: PastValue) =>
    void store.save([{ kind, id, tour: scope, values: { [field.field]: value } }]);
  return (
    <section className="history-field" aria-label={name}>
      <div className="history-head">
        <h3>{name}</h3>
        {drafts > 0 && (
          <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
            {t('history.drafts', { n: drafts })}
          </Checkbox>
        )}
      </div>
      <ol>
        {shown.map((value, place) => (
          <li
            key={value.change}
            className={value.isHead ? 'history-value history-value-now' : 'history-value'}
          >
            <Words value={value} older={shown[place + 1]} say={say} />
            <Origin value={value} isFirst={place === 0} />
            {!value.isHead && !fixed && (
              <Button
                aria-label={t('history.restoreThis', { field: name, value: say(value.value).slice(0, 40) })}
                onClick={() => restore(value)}
              >
                {t('history.restore')}
              </Button>
            )}
            {!value.isHead && fixed && <span className="soft">{t('history.fixed')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface WordsProps {
  readonly value: PastValue;
  /** The one shown below it. */
  readonly older: PastValue | undefined;
  readonly say: (value: PastValue['value']) => string;
}

const figures = /^[\d:.,%—-]+$/;

/** A text as what changed in it, everything else in words. */
function Words({ value, older, say }: WordsProps) {
  const { t } = useTranslation();
  const { value: now } = value;
  const before = older?.value ?? value.before;
  if (typeof now !== 'string' || typeof before !== 'string' || before === '' || now === '')
    return <p className="history-words">{now === '' && before ? t('history.cleared') : say(now)}</p>;
  // A time or a figure is read as a whole: a digit alone says nothing.
  if (figures.test(before) && figures.test(now)) return <p className="history-words">{say(now)}</p>;
  const said = [say(before), say(now)] as const;
  return (
    <p className="history-words">
      {diffText(...said).map((part, place) => {
        const key = `${place} ${part.kind}`;
        if (part.kind === 'gone') return <del key={key}>{part.text}</del>;
        if (part.kind === 'new') return <ins key={key}>{part.text}</ins>;
        return <span key={key}>{part.text}</span>;
      })}
    </p>
  );
}

function Origin({ value, isFirst }: { readonly value: PastValue; readonly isFirst: boolean }) {
  const { t } = useTranslation();
  const store = useStore();
  const language = useLanguage();
  const device =
    value.device === store.device
      ? t('sync.thisDevice')
      : t('sync.otherDevice', { device: value.device.slice(-6) });
  return (
    <p className="soft history-from">
      {t('history.from', { author: value.author, at: labelTime(value.at, language) })} · {device}
      {value.isHead && (
        <span className="history-now">{t(isFirst ? 'history.current' : 'history.conflicting')}</span>
      )}
    </p>
  );
}

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Head } from '../../../shared/changes/record-state';
import type { RecordConflict } from '../../data/use-conflicts';
import { useFieldName } from '../../locales/use-field-name';
import { useValueText } from '../../locales/use-value-text';
import { type ConflictProps, idsOf } from './conflict-props';
import { HeadOrigin } from './head-origin';

/** Somebody deleted the record, somebody else was still at work on it: the one beside the other. */
export function DeletionConflict({ entry, conflict, decide }: ConflictProps<'editedWhileDeleted'>) {
  const { t } = useTranslation();
  const [deletion] = conflict.heads;
  const seen = [...idsOf(conflict.heads), ...idsOf(conflict.edits.map(({ head }) => head))];
  return (
    <fieldset className="bare">
      <legend className="conflict-field">{t('records.fields.deleted')}</legend>
      <div className="conflict-values">
        <div className="conflict-value conflict-value-shown">
          <p className="conflict-text">{t('conflicts.deleted')}</p>
          {deletion && <HeadOrigin head={deletion} isShown />}
          <Button onClick={() => void decide('deleted', true, seen)}>{t('conflicts.keepDeleted')}</Button>
        </div>
        <div className="conflict-value">
          <p className="soft">{t('conflicts.unseen')}</p>
          <ul className="conflict-edits">
            {conflict.edits.map(({ field, head }) => (
              <UnseenEdit key={`${field} ${head.change}`} entry={entry} field={field} head={head} />
            ))}
          </ul>
          <Button onClick={() => void decide('deleted', false, seen)}>{t('conflicts.restore')}</Button>
        </div>
      </div>
    </fieldset>
  );
}

interface UnseenEditProps {
  readonly entry: RecordConflict;
  readonly field: string;
  readonly head: Head;
}

function UnseenEdit({ entry, field, head }: UnseenEditProps) {
  const nameOf = useFieldName();
  const say = useValueText(entry, field);
  return (
    <li>
      <p className="conflict-text">
        <span className="soft">{nameOf(field, entry.checklist)}</span> {say(head.value)}
      </p>
      <HeadOrigin head={head} />
    </li>
  );
}

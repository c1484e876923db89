import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Remark } from '../../../shared/records/remark';
import { useStore } from '../../data/store-context';
import { useRecordStatus } from '../../data/use-record-status';
import type { TourView } from '../../data/use-tour-view';
import { RecordHead } from './record-head';
import { RemarkFields } from './remark-fields';
import { TextField } from '../fields/text-field';

interface RemarkCardProps {
  readonly remark: Remark;
  readonly view: TourView;
}

/** What somebody said. Once it has left this laptop its raw words stay, and an edited text stands beside them. */
export function RemarkCard({ remark, view }: RemarkCardProps) {
  const { t } = useTranslation();
  const store = useStore();
  const [open, setOpen] = useState(false);
  const fields = { open, toggle: () => setOpen(!open) };
  const [editing, setEditing] = useState(false);
  // It may be sent while somebody is still typing in it: the text locks when they leave it, not under their hands.
  const locked = useRecordStatus(remark.id)?.state === 'sent' && !editing;
  const target = { kind: 'remark' as const, id: remark.id, tour: remark.tour };
  const to = remark.addressee && ` → ${remark.addressee}`;
  return (
    <article className="panel record">
      <RecordHead kind="remark" record={remark} text={remark.text} fields={fields}>
        {remark.number !== null && (
          <span className="severity figures">{t('capture.segment', { n: remark.number })}</span>
        )}
        <span className="record-who cut">
          <strong>{remark.speakerName || t('stop.noSpeaker')}</strong> {remark.verb}
          {to}
        </span>
        {!remark.verbatim && <span className="severity">{t('capture.gist')}</span>}
      </RecordHead>
      {!open && remark.heading !== '' && <p className="record-heading">{remark.heading}</p>}
      <div onFocus={() => setEditing(true)} onBlur={() => setEditing(false)}>
        {locked ? (
          <p className="record-locked" title={t('stop.locked')} aria-label={t('stop.remarkText')}>
            {remark.text}
          </p>
        ) : (
          <TextField
            long
            bare
            unborn={null}
            label={t('stop.remarkText')}
            target={{ ...target, field: 'text' }}
            stored={remark.text}
          />
        )}
      </div>
      {(locked || remark.edited !== '') && (
        <TextField
          long
          unborn={null}
          label={t('stop.edited')}
          placeholder={t('stop.editedHint')}
          target={{ ...target, field: 'edited' }}
          stored={remark.edited}
        />
      )}
      {open && (
        <RemarkFields
          full
          view={view}
          remark={remark}
          unborn={null}
          set={(values) => void store.save([{ ...target, values }])}
        />
      )}
    </article>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/records/handover';
import type { TourView } from '../../data/use-tour-view';
import { useFieldProps } from '../fields/field-props';
import { HandoverFields } from './handover-fields';
import { RecordHead } from './record-head';
import { TextField } from '../fields/text-field';

/** A policy that was handed over, to be mended in place. */
export function HandoverCard({ handover, view }: { readonly handover: Handover; readonly view: TourView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const field = useFieldProps('handover', handover, null);
  const details = [handover.receiver, handover.questions, handover.answer].filter(Boolean);
  return (
    <article className="panel record">
      <RecordHead
        kind="handover"
        record={handover}
        text={handover.policy}
        fields={{ open, toggle: () => setOpen(!open) }}
      />
      <TextField {...field('policy')} label={t('capture.policyText')} long bare />
      {!open && details.length > 0 && <p className="record-details soft">{details.join(' · ')}</p>}
      {open && <HandoverFields view={view} handover={handover} unborn={null} />}
    </article>
  );
}

import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/records/handover';
import type { TourView } from '../../data/use-tour-view';
import { type UnbornRecord, useFieldProps } from '../fields/field-props';
import { PersonField } from '../fields/person-field';
import { TextField } from '../fields/text-field';

interface HandoverFieldsProps {
  readonly view: TourView;
  readonly handover: Handover;
  readonly unborn: UnbornRecord | null;
}

/** Who took the policy, what they asked about it, and what they were told. */
export function HandoverFields({ view, handover, unborn }: HandoverFieldsProps) {
  const { t } = useTranslation();
  const field = useFieldProps('handover', handover, unborn);
  return (
    <div className="field-grid">
      <PersonField {...field('receiver')} view={view} />
      <TextField {...field('questions')} placeholder={t('capture.questionsHint')} long />
      <TextField {...field('answer')} label={t('capture.answer')} long />
    </div>
  );
}

import { Switch } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Request } from '../../../shared/records/request';
import type { TourView } from '../../data/use-tour-view';
import { type UnbornRecord, useFieldProps } from '../fields/field-props';
import { PersonField } from '../fields/person-field';
import type { Values } from '../drafts/record-maker';
import { PresetField } from '../fields/preset-field';
import { TextField } from '../fields/text-field';
import { UnitField } from '../fields/unit-field';

interface RequestFieldsProps {
  readonly view: TourView;
  readonly request: Request;
  readonly set: (values: Values) => void;
  readonly unborn: UnbornRecord | null;
}

/** Who asked, of what kind, who has to see to it, and what was answered on the spot. */
export function RequestFields({ view, request, set, unborn }: RequestFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useFieldProps('request', request, unborn);
  return (
    <div className="field-grid">
      <PersonField {...field('raisedBy')} view={view} />
      <PresetField
        {...field('category')}
        list="requestCategories"
        placeholder={t('capture.requestCategoryHint')}
      />
      <UnitField {...field('responsible')} view={view} />
      <div className="field field-switch">
        <Switch id={id} checked={request.settled} onChange={(settled) => set({ settled })} />
        <label htmlFor={id}>{t('capture.settled')}</label>
      </div>
      <TextField
        {...field('answer')}
        label={t('capture.answer')}
        placeholder={t('capture.answerHint')}
        long
      />
    </div>
  );
}

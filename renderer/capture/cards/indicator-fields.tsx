import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../../shared/records/indicator';
import { useFieldProps } from '../fields/field-props';
import type { Values } from '../drafts/record-maker';
import { TextField } from '../fields/text-field';

interface IndicatorFieldsProps {
  readonly indicator: Indicator;
  readonly set: (values: Values) => void;
}

/** What was read out of the line, each part to be put right. Values stay as they are written. */
export function IndicatorFields({ indicator, set }: IndicatorFieldsProps) {
  const { t } = useTranslation();
  const field = useFieldProps('indicator', indicator, null);
  return (
    <div className="field-grid">
      <TextField {...field('name')} label={t('capture.indicatorName')} />
      <TextField {...field('value')} />
      <TextField {...field('unit')} label={t('capture.measure')} placeholder={t('capture.measureHint')} />
      <TextField {...field('yearOnYear')} />
      <TextField {...field('period')} placeholder={t('capture.periodHint')} />
      <div className="field">
        <span className="field-label">{t('capture.nature')}</span>
        <Segmented
          aria-label={t('capture.nature')}
          tabIndex={-1}
          value={indicator.target}
          onChange={(target) => set({ target })}
          options={[
            { value: false, label: t('capture.actual') },
            { value: true, label: t('capture.target') },
          ]}
        />
      </div>
      <TextField {...field('source')} placeholder={t('capture.sourceHint')} />
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../../shared/records/indicator';
import { useStore } from '../../data/store-context';
import { useFieldProps } from '../fields/field-props';
import { IndicatorFields } from './indicator-fields';
import { RecordHead } from './record-head';
import { TextField } from '../fields/text-field';

/** A figure: the line as it was typed, and what was read out of it. */
export function IndicatorCard({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const store = useStore();
  const [open, setOpen] = useState(false);
  const field = useFieldProps('indicator', indicator, null);
  const { name, value, unit, yearOnYear, period, target } = indicator;
  const measured = unit === '' || value.endsWith(unit) ? value : `${value} ${unit}`;
  return (
    <article className="panel record">
      <RecordHead
        kind="indicator"
        record={indicator}
        text={indicator.text || `${name} ${measured}`}
        fields={{ open, toggle: () => setOpen(!open) }}
      >
        <span className={`severity${target ? ' severity-major' : ''}`}>
          {target ? t('capture.target') : t('capture.actual')}
        </span>
      </RecordHead>
      <TextField {...field('text')} label={t('capture.indicatorText')} long bare />
      {!open && value !== '' && (
        <p className="record-details figures">
          {[period, name].filter(Boolean).join(' ')} <strong>{measured}</strong>
          {yearOnYear && ` ${t('capture.yearOnYear', { value: yearOnYear })}`}
        </p>
      )}
      {open && (
        <IndicatorFields
          indicator={indicator}
          set={(values) =>
            void store.save([{ kind: 'indicator', id: indicator.id, tour: indicator.tour, values }])
          }
        />
      )}
    </article>
  );
}

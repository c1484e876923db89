import { Alert, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { writtenDay } from '../../../shared/itinerary/written-day';
import { type PartialDate, partialDateSchema } from '../../../shared/records/partial-date';
import { type SaveFrom, useObjectField } from '../../data/use-object-field';
import { DayField } from '../../ui/day-field';

interface DateFieldsProps {
  readonly date: PartialDate;
  readonly save: SaveFrom<PartialDate>;
}

/**
 * A date as it was written. Where the year is not written, days may be inferred, but only beside what the inference rests on:
 * a day without a basis would look as if the source had said it.
 */
export function DateFields({ date, save }: DateFieldsProps) {
  const { t } = useTranslation();
  const field = useObjectField(date, save);
  const { asWritten, from, to, basis } = field.value;
  const told = writtenDay(asWritten);
  const isTold = (told?.from ?? null) !== null;
  const isInferred = !isTold && from !== null;

  function write(text: string) {
    const read = writtenDay(text);
    const day = read?.from ?? null;
    const keeps = day === null && basis !== '';
    field.set(
      partialDateSchema.parse({
        asWritten: text,
        from: keeps ? from : day,
        to: keeps ? to : (read?.to ?? null),
        basis: day === null ? basis : '',
      }),
    );
  }

  return (
    <section className="panel plan-form" aria-label={t('plan.date')} {...field.guards}>
      <h2>{t('plan.date')}</h2>
      <div className="plan-fields">
        <label className="field">
          <span className="field-label">{t('plan.asWritten')}</span>
          <Input
            placeholder={t('plan.asWrittenHint')}
            value={asWritten}
            onChange={(event) => write(event.target.value)}
          />
        </label>
        {asWritten !== '' && !isTold && (
          <>
            <label className="field">
              <span className="field-label">{t('plan.basis')}</span>
              <Input
                placeholder={t('plan.basisHint')}
                value={basis}
                onChange={(event) =>
                  field.set({
                    ...field.value,
                    basis: event.target.value,
                    ...(event.target.value.trim() === '' ? { from: null, to: null } : {}),
                  })
                }
              />
            </label>
            <DayField
              label={t('plan.inferredFrom')}
              disabled={basis.trim() === ''}
              stored={from}
              onDay={(day) =>
                field.set({ ...field.value, from: day, to: to === null || (day ?? '') > to ? day : to })
              }
            />
            <DayField
              label={t('plan.inferredTo')}
              disabled={from === null}
              stored={to}
              onDay={(day) => field.set({ ...field.value, to: day })}
            />
          </>
        )}
      </div>
      {isTold && <p className="soft">{t('plan.dateTold', { from, to })}</p>}
      {asWritten !== '' && told === null && <Alert type="warning" showIcon title={t('plan.dateUnread')} />}
      {isInferred && <Alert type="warning" showIcon title={t('plan.dateInferred', { from, to, basis })} />}
      {asWritten !== '' && told !== null && from === null && (
        <Alert type="info" showIcon title={t('plan.dateOpen')} />
      )}
    </section>
  );
}

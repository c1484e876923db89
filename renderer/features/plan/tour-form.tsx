import { Alert, InputNumber } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../shared/json';
import { tourForms } from '../../../shared/records/tour';
import { sumCheck } from '../../../shared/tours/sum-check';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { DateFields } from './date-fields';
import { Participants } from './participants';
import { PlanText } from './plan-text';
import { TagsField } from './tags-field';
import { HistoryButton } from '../../capture/fields/history-button';

const texts = ['title', 'series', 'place', 'organiser', 'purpose'] as const;

const lists = ['topics', 'toVerify'] as const;

/** What a tour is: every field of it, saved as one types. */
export function TourForm({ view }: { readonly view: TourView }) {
  const { t } = useTranslation();
  const store = useStore();
  const id = useId();
  const { tour } = view;
  const set = (values: Readonly<Record<string, Json>>, from?: Readonly<Record<string, Json>>) =>
    store.save([{ kind: 'tour', id: tour.id, tour: tour.id, values, from }]);
  const sum = sumCheck(tour, view.teams, view.stops);
  return (
    <div className="stack" data-record={tour.id}>
      <section className="panel plan-form" aria-label={t('plan.tour')}>
        <div className="plan-team-head">
          <h2>{t('plan.tour')}</h2>
          <HistoryButton kind="tour" id={tour.id} />
        </div>
        <div className="plan-fields">
          {texts.map((field) => (
            <PlanText
              key={field}
              autoFocus={field === 'title' && tour.title === ''}
              long={field === 'title' || field === 'purpose'}
              target={{ kind: 'tour', id: tour.id, tour: tour.id, field }}
              stored={tour[field]}
              label={t(`plan.tour${field}`)}
            />
          ))}
          <TagsField
            label={t('plan.forms')}
            stored={tour.forms}
            options={tourForms}
            save={(forms, from) => set({ forms: [...forms] }, { forms: [...from] })}
          />
          <div className="field">
            <label htmlFor={`${id}total`}>{t('plan.statedTotal')}</label>
            <InputNumber
              id={`${id}total`}
              min={0}
              precision={0}
              value={tour.statedTotal}
              onChange={(statedTotal) => void set({ statedTotal })}
            />
          </div>
          {lists.map((field) => (
            <TagsField
              key={field}
              wide
              whole
              label={t(`plan.${field}`)}
              stored={tour[field]}
              save={(values, from) => set({ [field]: [...values] }, { [field]: [...from] })}
            />
          ))}
        </div>
        {sum && (
          <Alert
            showIcon
            type={sum.agrees ? 'success' : 'warning'}
            title={t(sum.agrees ? 'plan.sumAgrees' : 'plan.sumDiffers', {
              stated: sum.stated,
              listed: sum.listed,
              parts: sum.parts.map(({ name, n }) => `${n}（${name || t('plan.noTeam')}）`).join(' + '),
            })}
          />
        )}
      </section>
      <DateFields date={tour.date} save={(date, from) => set({ date }, { date: from })} />
      <Participants
        view={view}
        save={(participants, from) => set({ participants }, { participants: from })}
      />
    </div>
  );
}

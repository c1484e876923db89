import { Select, Switch } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../shared/json';
import type { Stop } from '../../../shared/records/stop';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { PlanText } from './plan-text';
import { StageField } from './stage-field';

const texts = ['plannedAt', 'spot', 'reporter', 'remarks'] as const;

/** What is planned for one stop, and what its source leaves open. */
export function StopFields({ stop, view }: { readonly stop: Stop; readonly view: TourView }) {
  const { t } = useTranslation();
  const store = useStore();
  const id = useId();
  const set = (values: Readonly<Record<string, Json>>) =>
    void store.save([{ kind: 'stop', id: stop.id, tour: stop.tour, values }]);
  const groups = view.groups.filter((group) => group.team === '' || group.team === stop.team);
  return (
    <div className="plan-fields">
      {texts.map((field) => (
        <PlanText
          key={field}
          target={{ kind: 'stop', id: stop.id, tour: stop.tour, field }}
          stored={stop[field]}
          label={t(`records.fields.${field}`)}
        />
      ))}
      <StageField
        target={{ kind: 'stop', id: stop.id, tour: stop.tour, field: 'stage' }}
        stored={stop.stage}
      />
      <div className="field">
        <label htmlFor={`${id}group`}>{t('plan.group')}</label>
        <Select
          id={`${id}group`}
          allowClear
          value={stop.group || undefined}
          onChange={(group: string | undefined) => set({ group: group ?? '' })}
          options={groups.map((group) => ({ value: group.id, label: group.label || group.topic }))}
        />
      </div>
      {(['teamCertain', 'districtCertain'] as const).map((field) => (
        <div key={field} className="field field-switch">
          <Switch id={id + field} checked={!stop[field]} onChange={(open) => set({ [field]: !open })} />
          <label htmlFor={id + field}>
            {t(field === 'teamCertain' ? 'plan.teamUncertain' : 'plan.districtUncertain')}
          </label>
        </div>
      ))}
    </div>
  );
}

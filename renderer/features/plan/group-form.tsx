import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select, Switch } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../shared/json';
import { type Group, openTail } from '../../../shared/records/group';
import { stopTitle } from '../../../shared/records/stop-title';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { matchText } from '../../ui/match-text';
import { Uncertain } from '../../ui/uncertain';
import { PlanText } from './plan-text';
import { StageField } from './stage-field';
import { HistoryButton } from '../../capture/fields/history-button';

interface GroupFormProps {
  readonly group: Group;
  readonly place: number;
  readonly view: TourView;
}

/** One group of stops, with its stops and whether its list is complete. */
export function GroupForm({ group, place, view }: GroupFormProps) {
  const { t } = useTranslation();
  const store = useStore();
  const id = useId();
  const own = view.stops.filter((stop) => stop.group === group.id).map((stop) => stop.id);
  const title = group.label || group.topic || t('plan.groupNumber', { n: place + 1 });
  const set = (values: Readonly<Record<string, Json>>) =>
    void store.save([{ kind: 'group', id: group.id, tour: group.tour, values }]);
  const text = (field: 'label' | 'topic' | 'tail' | 'observed') => ({
    target: { kind: 'group' as const, id: group.id, tour: group.tour, field },
    stored: group[field],
    label: t(`plan.group${field}`),
  });
  const choose = (chosen: readonly string[]) =>
    void store.save(
      view.stops
        .filter((stop) => chosen.includes(stop.id) !== own.includes(stop.id))
        .map((stop) => ({
          kind: 'stop' as const,
          id: stop.id,
          tour: stop.tour,
          values: { group: chosen.includes(stop.id) ? group.id : '' },
        })),
    );
  return (
    <section className="panel plan-form" aria-label={title} data-record={group.id}>
      <div className="plan-team-head">
        <h2>{title}</h2>
        {!group.complete && <Uncertain words={t('plan.incomplete')} />}
        <HistoryButton kind="group" id={group.id} />
        {own.length === 0 && (
          <Button
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={t('plan.removeGroup', { title })}
            onClick={() => set({ deleted: true })}
          />
        )}
      </div>
      <div className="plan-fields">
        <PlanText {...text('label')} />
        <PlanText {...text('topic')} />
        <StageField
          target={{ kind: 'group', id: group.id, tour: group.tour, field: 'stage' }}
          stored={group.stage}
        />
        <div className="field">
          <label htmlFor={`${id}team`}>{t('plan.groupTeam')}</label>
          <Select
            id={`${id}team`}
            allowClear
            value={group.team || undefined}
            onChange={(team: string | undefined) => set({ team: team ?? '' })}
            options={view.teams.map((team) => ({ value: team.id, label: team.name }))}
          />
        </div>
        <div className="field field-wide">
          <label htmlFor={`${id}stops`}>{t('plan.groupStops')}</label>
          <Select
            id={`${id}stops`}
            mode="multiple"
            value={own}
            onChange={choose}
            filterOption={(query, option) => matchText(option?.label ?? '', query)}
            options={view.stops.map((stop) => ({
              value: stop.id,
              label: stopTitle(stop, view.sites.get(stop.site)),
            }))}
          />
        </div>
        <div className="field field-switch">
          <Switch
            id={`${id}open`}
            checked={!group.complete}
            onChange={(open) => set({ complete: !open, tail: open ? group.tail || openTail : '' })}
          />
          <label htmlFor={`${id}open`}>{t('plan.endsOpen')}</label>
        </div>
        {!group.complete && <PlanText {...text('tail')} />}
        <PlanText long {...text('observed')} placeholder={t('plan.observedHint')} />
      </div>
    </section>
  );
}

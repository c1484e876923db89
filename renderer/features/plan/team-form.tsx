import { DeleteOutlined } from '@ant-design/icons';
import { Button, Switch } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../shared/json';
import type { Team } from '../../../shared/records/team';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { Uncertain } from '../../ui/uncertain';
import { PeoplePicker } from './people-picker';
import { PlanText } from './plan-text';
import { TagsField } from './tags-field';
import { HistoryButton } from '../../capture/fields/history-button';

/** One team. It goes only while no stop is on its route. */
export function TeamForm({ team, view }: { readonly team: Team; readonly view: TourView }) {
  const { t } = useTranslation();
  const store = useStore();
  const id = useId();
  const set = (values: Readonly<Record<string, Json>>, from?: Readonly<Record<string, Json>>) =>
    store.save([{ kind: 'team', id: team.id, tour: team.tour, values, from }]);
  const isEmpty = !view.stops.some((stop) => stop.team === team.id);
  return (
    <section className="panel plan-form" aria-label={team.name} data-record={team.id}>
      <div className="plan-team-head">
        <h2>{team.name}</h2>
        {!team.certain && <Uncertain words={t('overview.uncertain')} />}
        <HistoryButton kind="team" id={team.id} />
        {isEmpty && (
          <Button
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={t('plan.removeTeam', { team: team.name })}
            onClick={() => void set({ deleted: true })}
          />
        )}
      </div>
      <div className="plan-fields">
        <PlanText
          target={{ kind: 'team', id: team.id, tour: team.tour, field: 'name' }}
          stored={team.name}
          label={t('plan.name')}
        />
        <PeoplePicker
          label={t('stop.leader')}
          view={view}
          chosen={team.leader === '' ? [] : [team.leader]}
          most={1}
          save={([leader = ''], [from = '']) => set({ leader }, { leader: from })}
        />
        <div className="field field-switch">
          <Switch
            id={`${id}open`}
            checked={!team.certain}
            onChange={(open) => void set({ certain: !open })}
          />
          <label htmlFor={`${id}open`}>{t('plan.teamOpen')}</label>
        </div>
        <PeoplePicker
          label={t('plan.members')}
          view={view}
          chosen={team.members}
          save={(members, from) => set({ members: [...members] }, { members: [...from] })}
        />
        <TagsField
          wide
          label={t('plan.districts')}
          stored={team.districts}
          save={(districts, from) => set({ districts: [...districts] }, { districts: [...from] })}
        />
      </div>
    </section>
  );
}

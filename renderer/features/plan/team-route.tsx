import { PlusOutlined } from '@ant-design/icons';
import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Stop } from '../../../shared/records/stop';
import type { Team } from '../../../shared/records/team';
import { useMayWrite } from '../../data/use-may-write';
import type { TourView } from '../../data/use-tour-view';
import { StopRow } from './stop-row';
import type { RouteChanging } from './use-route-change';

interface TeamRouteProps {
  readonly team: Team;
  readonly view: TourView;
  readonly changing: RouteChanging;
  readonly onPlace: (stop: Stop, place: number) => void;
  readonly onTeam: (stop: Stop, team: string) => void;
}

/** A route without a stop has nothing else that another stop could be dropped on. */
export function emptyRouteId(team: string): string {
  return `route ${team}`;
}

/** The stops of one team in order, and the way to add one. */
export function TeamRoute({ team, view, changing, onPlace, onTeam }: TeamRouteProps) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const mayWrite = useMayWrite();
  const stops = view.stops.filter((stop) => stop.team === team.id);
  const { setNodeRef } = useDroppable({ id: emptyRouteId(team.id), disabled: stops.length > 0 });
  return (
    <section className="panel plan-team" aria-label={team.name}>
      <div className="plan-team-head">
        <h2>{team.name}</h2>
        <span className="soft figures">{t('tours.stops', { n: stops.length })}</span>
        {mayWrite && (
          <Button
            icon={<PlusOutlined />}
            aria-label={t('plan.addTo', { team: team.name })}
            onClick={() => setSearch({ tab: 'route', add: team.id })}
          >
            {t('plan.add')}
          </Button>
        )}
      </div>
      <SortableContext items={stops.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <ol ref={setNodeRef} className="plan-stops">
          {stops.map((stop, place) => (
            <StopRow
              key={stop.id}
              stop={stop}
              place={place}
              view={view}
              changing={changing}
              onPlace={onPlace}
              onTeam={onTeam}
            />
          ))}
          {stops.length === 0 && <li className="soft plan-none">{t('overview.noStops')}</li>}
        </ol>
      </SortableContext>
    </section>
  );
}

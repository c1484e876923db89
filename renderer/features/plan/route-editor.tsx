import { TeamOutlined } from '@ant-design/icons';
import {
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Stop } from '../../../shared/records/stop';
import { moveStop, reorderStop } from '../../../shared/tours/route-edits';
import { routeTeams } from '../../../shared/tours/route-teams';
import { useMayWrite } from '../../data/use-may-write';
import type { TourView } from '../../data/use-tour-view';
import { EmptyNote } from '../../ui/empty-note';
import { NewStopDialog } from './new-stop-dialog';
import { ReasonDialog } from './reason-dialog';
import { TeamRoute, emptyRouteId } from './team-route';
import { useDragWords } from './use-drag-words';
import { useRouteChange } from './use-route-change';

/** The routes of all teams: stops are dragged, or walked with Alt+Shift and the arrows, and taken to another team. */
export function RouteEditor({ view }: { readonly view: TourView }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const changing = useRouteChange(view);
  const teams = routeTeams(view, t('plan.noTeam'));
  const [said, setSaid] = useState('');
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const stopOf = (id: unknown) => view.stops.find((stop) => stop.id === id);
  const nameOf = (stop: Stop | undefined) => (stop ? stopTitle(stop, view.sites.get(stop.site)) : '');
  const words = useDragWords(
    (id) => nameOf(stopOf(id)) || (teams.find((team) => emptyRouteId(team.id) === id)?.name ?? ''),
  );
  const mayWrite = useMayWrite();
  // Whoever only reads may still follow a link that asks for a new stop.
  const wanted = mayWrite ? (search.get('add') ?? search.get('swap')) : null;

  function toPlace(stop: Stop, place: number) {
    const length = view.stops.filter((other) => other.team === stop.team).length;
    if (place < 0 || place >= length) return;
    const moved = t('plan.movedTo', { title: nameOf(stop), place: place + 1 });
    changing.change(moved, (change) => reorderStop(view.stops, stop.id, place, change));
    setSaid(moved);
  }

  function toTeam(stop: Stop, team: string) {
    const name = teams.find((entry) => entry.id === team)?.name ?? '';
    const moved = t('plan.movedToTeam', { title: nameOf(stop), team: name });
    changing.change(moved, (change) => moveStop(view.stops, stop.id, team, change));
    setSaid(moved);
  }

  function drop({ active, over }: DragEndEvent) {
    const [stop, target] = [stopOf(active.id), stopOf(over?.id)];
    const emptied = teams.find(({ id }) => over?.id === emptyRouteId(id));
    if (stop && emptied) return toTeam(stop, emptied.id);
    if (!stop || !target || stop === target) return;
    if (stop.team !== target.team) return toTeam(stop, target.team);
    toPlace(stop, view.stops.filter((other) => other.team === stop.team).indexOf(target));
  }

  return (
    <>
      {mayWrite && teams.length > 0 && (
        <p className="soft plan-hint">{changing.begun ? t('plan.begunHint') : t('plan.routeHint')}</p>
      )}
      <p className="hidden-text" aria-live="polite">
        {said}
      </p>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop} accessibility={words}>
        <div className="plan-teams">
          {teams.map((team) => (
            <TeamRoute
              key={team.id}
              team={team}
              view={view}
              changing={changing}
              onPlace={toPlace}
              onTeam={toTeam}
            />
          ))}
        </div>
      </DndContext>
      {view.teams.length === 0 && (
        <EmptyNote
          icon={<TeamOutlined />}
          title={t('plan.noTeams')}
          hint={t('plan.noTeamsHint')}
          action={
            <Button type="primary" onClick={() => setSearch({ tab: 'teams' })}>
              {t('plan.teams')}
            </Button>
          }
        />
      )}
      {changing.asked !== null && (
        <ReasonDialog words={changing.asked} onReason={changing.settle} onClose={changing.cancel} />
      )}
      {wanted !== null && (
        <NewStopDialog
          view={view}
          changing={changing}
          team={search.get('add') ?? ''}
          swapped={stopOf(search.get('swap'))}
          onClose={() => setSearch({ tab: 'route' }, { replace: true })}
        />
      )}
    </>
  );
}

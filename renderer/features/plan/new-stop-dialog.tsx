import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Stop } from '../../../shared/records/stop';
import { stopTitle } from '../../../shared/records/stop-title';
import { wasVisited } from '../../../shared/records/was-visited';
import { addStop, swapStop } from '../../../shared/tours/route-edits';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { type ChosenPlace, StopDialog } from './stop-dialog';
import type { RouteChanging } from './use-route-change';

interface NewStopDialogProps {
  readonly view: TourView;
  readonly changing: RouteChanging;
  readonly team: string;
  /** The stop that is not visited after all; a new one takes its place. */
  readonly swapped: Stop | undefined;
  readonly onClose: () => void;
}

/** Adds a stop to a team's route, or puts one in the place of another. On the way somebody goes on to it at once. */
export function NewStopDialog({ view, changing, team, swapped, onClose }: NewStopDialogProps) {
  const { t } = useTranslation();
  const store = useStore();
  const navigate = useNavigate();
  const once = useOneAtATime();
  const underWay = view.stops.some(wasVisited);

  async function make(place: ChosenPlace) {
    const id = store.newId();
    const site = place.known?.id ?? store.newId();
    const change = { begun: changing.begun, reason: place.reason };
    const stop = { id, tour: view.tour.id, team, site, spot: '', plannedAt: place.plannedAt };
    const edits = swapped
      ? swapStop(view.stops, stop, swapped, change)
      : addStop(view.stops, { ...stop, planned: place.planned }, lastVisited(view.stops, team), change);
    const newSite = place.known
      ? []
      : [{ kind: 'site' as const, id: site, tour: view.tour.id, values: place.site }];
    await store.save([
      ...newSite,
      ...edits.map((edit) => ({ ...edit, kind: 'stop' as const, tour: view.tour.id })),
    ]);
    onClose();
    if (swapped) await navigate(`/tours/${view.tour.id}/stops/${id}`);
  }

  const teamName = view.teams.find((entry) => entry.id === team)?.name ?? t('plan.noTeam');
  return (
    <StopDialog
      title={
        swapped
          ? t('plan.swapTitle', { title: stopTitle(swapped, view.sites.get(swapped.site)) })
          : t('plan.addTo', { team: teamName })
      }
      asks={{
        reason: changing.begun || swapped !== undefined,
        plannable: changing.begun && swapped === undefined,
        planned: !underWay && swapped === undefined,
      }}
      onDone={(place) => once(() => make(place))}
      onClose={onClose}
    />
  );
}

/** On the way a stop comes next; in a plan it comes last. */
function lastVisited(stops: readonly Stop[], team: string): string {
  return stops.filter((stop) => stop.team === team && wasVisited(stop)).at(-1)?.id ?? '';
}

import { type MatchBasis, matchPhoto } from '../../../shared/photos/match-photos';
import type { Attachment } from '../../../shared/records/attachment';
import type { Edit } from '../../data/save';
import type { TourView } from '../../data/use-tour-view';

/** What a match rests on: the stops of one team or of all, the tour's day, and the correction of the camera's clock. */
export function matchBasis(view: TourView, team: string, clockOffset: number, now: string): MatchBasis {
  const stops = view.stops.filter((stop) => team === '' || stop.team === team);
  return {
    stops: stops.map((stop) => ({ ...stop, position: view.sites.get(stop.site)?.position ?? null })),
    day: view.tour.date,
    clockOffset,
    zone: zoneOf(now),
  };
}

/** Minutes east of UTC of a label with an offset. */
function zoneOf(label: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(label) ?? [];
  return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
}

/** Where a new picture goes; without a stop where nothing tells. */
export function placementOf(photo: Pick<Attachment, 'takenAt' | 'position'>, basis: MatchBasis) {
  const match = matchPhoto(photo, basis);
  const { clockOffset } = basis;
  return match.kind === 'placed'
    ? { stop: match.stop, about: '', placed: match.placed, clockOffset }
    : { stop: '', about: '', placed: 'time' as const, clockOffset };
}

/** Places again what no hand has placed; only what changes is an edit. */
export function rematchEdits(photos: readonly Attachment[], basis: MatchBasis): readonly Edit[] {
  return photos.flatMap((photo) => {
    if (photo.placed === 'hand') return [];
    const { stop, placed, clockOffset } = placementOf(photo, basis);
    const same = photo.stop === stop && photo.placed === placed && photo.clockOffset === clockOffset;
    const values = { stop, placed, clockOffset };
    return same ? [] : [{ kind: 'attachment' as const, id: photo.id, tour: photo.tour, values }];
  });
}

/** By hand: what somebody decided is not decided again by a clock. */
export function moveEdits(photos: readonly Attachment[], stop: string): readonly Edit[] {
  return photos
    .filter((photo) => photo.stop !== stop || photo.placed !== 'hand')
    .map(({ id, tour }) => ({ kind: 'attachment' as const, id, tour, values: { stop, placed: 'hand' } }));
}

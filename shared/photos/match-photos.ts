import type { Attachment } from '../records/attachment';
import type { PartialDate } from '../records/partial-date';
import type { Position } from '../records/position';
import type { Stop } from '../records/stop';
import { metresBetween } from './metres-between';
import { momentOf } from './moment-of';

export type PhotoFacts = Pick<Attachment, 'takenAt' | 'position'>;

export interface RouteStop extends Pick<Stop, 'id' | 'visitedAt' | 'leftAt' | 'plannedAt' | 'status'> {
  /** Where its site lies, as far as the register knows. */
  readonly position: Position | null;
}

export interface MatchBasis {
  readonly stops: readonly RouteStop[];
  readonly day: Pick<PartialDate, 'from' | 'to'>;
  /** Seconds to add to the camera's clock. */
  readonly clockOffset: number;
  /** Minutes east of UTC at the place, for cameras that wrote their own offset. */
  readonly zone: number;
}

export type PhotoMatch =
  | { readonly kind: 'placed'; readonly stop: string; readonly placed: 'time' | 'position' }
  | { readonly kind: 'unsure'; readonly candidates: readonly string[] };

/** Consumer GPS and a gate far from the plot's middle. */
const nearMetres = 300;
/** Further from every visit than this, a time says nothing. */
const farSeconds = 90 * 60;

/**
 * To which stop a picture belongs. Rules, the first that fits:
 * 1. Its position lies within 300 m of the site of one stop: that stop, whatever the time. Of several: the one that the time
 *    (rules 3 to 5) chooses among them, else unsure between them.
 * 2. No time, or a time that is not on the tour's day (or the day is not known): unsure.
 * 3. Stops count by their visit (visitedAt to leftAt; without leftAt, the moment of arrival), and only where nobody has noted
 *    any arrival by their plannedAt. Stops that were skipped do not count, unless somebody came there after all.
 * 4. Within one visit: that stop. Between two visits: the nearer one. Within, or equally near to, several: unsure between them.
 * 5. More than 90 minutes from the nearest: unsure, with that one as the candidate.
 */
export function matchPhoto(photo: PhotoFacts, basis: MatchBasis): PhotoMatch {
  const near = nearStops(photo.position, basis.stops);
  const [only, ...others] = near;
  if (only && others.length === 0) return { kind: 'placed', stop: only.id, placed: 'position' };
  const byTime = matchTime(photo.takenAt, { ...basis, stops: near.length > 0 ? near : basis.stops });
  if (near.length === 0) return byTime;
  return byTime.kind === 'placed'
    ? { ...byTime, placed: 'position' }
    : { kind: 'unsure', candidates: near.map(({ id }) => id) };
}

function nearStops(position: Position | null, stops: readonly RouteStop[]): readonly RouteStop[] {
  if (!position) return [];
  return stops.filter((stop) => stop.position && metresBetween(stop.position, position) <= nearMetres);
}

function matchTime(takenAt: string, { stops, day, clockOffset, zone }: MatchBasis): PhotoMatch {
  const moment = momentOf(takenAt, zone);
  if (moment === null || day.from === null) return { kind: 'unsure', candidates: [] };
  const taken = moment + clockOffset;
  const first = secondsOf(day.from, '00:00');
  const last = secondsOf(day.to ?? day.from, '00:00');
  if (taken < first || taken >= last + 86_400) return { kind: 'unsure', candidates: [] };
  const visits = listVisits(stops, new Date(taken * 1000).toISOString().slice(0, 10));
  const measured = visits.map(({ id, from, to }) => ({ id, far: Math.max(from - taken, taken - to, 0) }));
  const nearest = Math.min(...measured.map(({ far }) => far));
  const best = measured.filter(({ far }) => far === nearest).map(({ id }) => id);
  const [stop, ...equal] = best;
  if (stop === undefined || equal.length > 0 || nearest > farSeconds)
    return { kind: 'unsure', candidates: best };
  return { kind: 'placed', stop, placed: 'time' };
}

interface Visit {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

function listVisits(stops: readonly RouteStop[], day: string): readonly Visit[] {
  const visited = stops.filter(({ visitedAt }) => visitedAt !== '');
  const planned = stops.filter(({ plannedAt, status }) => plannedAt !== '' && status !== 'skipped');
  return (visited.length > 0 ? visited : planned).map(({ id, visitedAt, leftAt, plannedAt }) => {
    const from = secondsOf(day, visitedAt || plannedAt);
    const to = visitedAt === '' || leftAt === '' ? from : secondsOf(day, leftAt);
    return { id, from, to: Math.max(from, to) };
  });
}

function secondsOf(day: string, time: string): number {
  return Date.parse(`${day}T${time.padStart(5, '0')}:00Z`) / 1000;
}

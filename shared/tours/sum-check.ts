import type { Stop } from '../records/stop';
import type { Team } from '../records/team';
import type { Tour } from '../records/tour';
import { inPlan } from './in-plan';

export interface SumCheck {
  /** The total that people say. */
  readonly stated: number;
  readonly parts: readonly { readonly name: string; readonly n: number }[];
  readonly listed: number;
  readonly agrees: boolean;
}

/** "58 in all = 20 + 38": the stated total against what was planned, team by team; null where nothing was stated. */
export function sumCheck(
  { statedTotal }: Pick<Tour, 'statedTotal'>,
  teams: readonly Team[],
  stops: readonly Stop[],
): SumCheck | null {
  if (statedTotal === null) return null;
  // What came in on the way was not in what people said.
  const planned = stops.filter((stop) => inPlan(stop, stops));
  const parts = teams.map(({ id, name }) => ({ name, n: planned.filter((stop) => stop.team === id).length }));
  const lost = planned.length - parts.reduce((sum, { n }) => sum + n, 0);
  return {
    stated: statedTotal,
    parts: lost === 0 ? parts : [...parts, { name: '', n: lost }],
    listed: planned.length,
    agrees: statedTotal === planned.length,
  };
}

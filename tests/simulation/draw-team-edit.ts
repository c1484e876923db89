import type { Edit } from './laptop';
import type { LaptopDisk } from './memory-laptop';

/** How a schedule draws: all from one seed, in one order. */
export interface TeamDraw {
  random(): number;
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
}

const targets = [
  { kind: 'stop', record: 'stop-1', tour: 't1' },
  { kind: 'stop', record: 'stop-2', tour: 't1' },
  { kind: 'stop', record: 'stop-3', tour: 't1' },
  { kind: 'note', record: 'note-1', tour: 't1' },
  { kind: 'note', record: 'note-2', tour: 't1' },
  { kind: 'issue', record: 'issue-1', tour: 't1' },
  { kind: 'meeting', record: 'meeting-1', tour: 't1' },
  { kind: 'site', record: 'site-1', tour: 't1' },
] as const;

const stops = ['stop-1', 'stop-2', 'stop-3', ''];
const teams = ['team-a', 'team-b', ''];

const wordsOf = { stop: 'spot', note: 'text', issue: 'text', meeting: 'name', site: 'name' } as const;

/**
 * What somebody does next on a laptop: writes, moves a stop to a team, moves a note to a stop, deletes. A record is made once, on one
 * laptop, and worked on where it is seen; null where there is nothing to do.
 */
export function createTeamEdits({ random, pick }: TeamDraw): (disk: LaptopDisk) => Edit | null {
  const born = new Set<string>();
  let typed = 0;

  return ({ records, progress }) => {
    typed += 1;
    const target = pick(targets);
    const state = records.get(target.record);
    const sees = target.kind === 'site' || 't1' in progress.views || Object.keys(progress.views).length === 0;
    if (!state && (born.has(target.record) || !sees)) return null;
    born.add(target.record);
    const words = { [wordsOf[target.kind]]: `v${typed}` };
    if (state && random() < 0.05) return { target, values: { deleted: random() < 0.5 } };
    const place: Edit['values'] = target.kind === 'stop' ? { team: pick(teams) } : { stop: pick(stops) };
    const isPlaced = target.kind === 'stop' || target.kind === 'note' || target.kind === 'issue';
    if (isPlaced && !state) return { target, values: { ...words, ...place } };
    return { target, values: isPlaced && random() < 0.3 ? place : words };
  };
}

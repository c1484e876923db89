import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainSeal } from '../../../shared/sealing/seal';
import type { Database } from '../../../renderer/data/database';
import { save } from '../../../renderer/data/save';
import { siteHistory } from '../../../renderer/data/site-history';
import { author } from './author';
import { drop, openFresh } from './fresh-database';

let database: Database;

beforeEach(async () => {
  ({ database } = await openFresh());
});
afterEach(() => drop(database));

it('finds the issues, tasks and requests of one site across tours, without those of the stop at hand, of other sites and of deleted stops', async () => {
  const stop = (id: string, tour: string, site: string, deleted = false) =>
    ({ kind: 'stop', id, tour, values: { tour, site, deleted } }) as const;
  const issue = (id: string, tour: string, at: string) =>
    ({ kind: 'issue', id, tour, values: { tour, stop: at, text: id } }) as const;
  const matter = (kind: 'task' | 'request', id: string, tour: string, at: string) =>
    ({ kind, id, tour, values: { tour, stop: at, text: id } }) as const;
  await save(database, plainSeal, author, [
    matter('task', 'k1', 't1', 'p1'),
    matter('task', 'k2', 't2', 'p3'),
    matter('task', 'k3', 't2', 'p4'),
    matter('request', 'r1', 't2', 'p3'),
    matter('request', 'r2', 't3', 'p6'),
    stop('p1', 't1', 's1'),
    stop('p2', 't1', 's1'),
    stop('p3', 't2', 's1'),
    stop('p4', 't2', 's2'),
    stop('p5', 't3', 's1', true),
    stop('p6', 't3', ''),
    issue('i1', 't1', 'p1'),
    issue('i2', 't1', 'p2'),
    issue('i3', 't2', 'p3'),
    issue('i4', 't2', 'p4'),
    issue('i5', 't3', 'p5'),
    issue('i6', 't3', 'p6'),
  ]);
  const found = async (id: string, site: string) => {
    const { issues, tasks, requests } = await siteHistory({ database, seal: plainSeal }, { id, site });
    return [...issues, ...tasks, ...requests].map((one) => one.id).toSorted();
  };
  expect(await found('p1', 's1')).toEqual(['i2', 'i3', 'k2', 'r1']);
  expect(await found('p6', '')).toEqual([]);
});

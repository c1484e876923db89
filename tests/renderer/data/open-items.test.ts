import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { openItemsAt } from '../../../renderer/data/open-items/open-items-at';
import { refreshOpenItems } from '../../../renderer/data/open-items/refresh-open-items';
import { recover } from '../../../renderer/data/recover';
import { removeScopes } from '../../../renderer/data/remove-scopes';
import { save } from '../../../renderer/data/save';
import { siteHistory } from '../../../renderer/data/site-history';
import type { OpenItem } from '../../../shared/protocol/open-items';
import { plainSeal } from '../../../shared/sealing/seal';
import { memoryBridge } from './memory-bridge';

let database: Database;
let bridge: ReturnType<typeof memoryBridge>;

const author = {
  name: '周敏',
  device: 'device-1',
  clock: () => Date.now(),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
const item = (id: string, site: string): OpenItem => ({
  id,
  site,
  kind: 'issue',
  tour: 'elsewhere',
  title: '上季度督导',
  date: '2026年8月',
  text: '临边无护栏',
  severity: 'major',
  more: [],
});
const refresh = () => refreshOpenItems(database, plainSeal, oneAtATime());
const at = async (site: string) =>
  (await openItemsAt({ database, seal: plainSeal }, site)).map(({ id }) => id);
const write = (kind: 'stop' | 'issue', id: string, values: Record<string, string | boolean>, tour = 't1') =>
  save(database, plainSeal, author, [{ kind, id, tour, values: { tour, ...values } }]);

beforeEach(async () => {
  bridge = memoryBridge();
  database = openDatabase(`open-items-${crypto.randomUUID()}`);
  await recover(database, plainSeal);
  await write('stop', 'p1', { site: 's1' });
  await write('stop', 'p2', { site: 's2' });
  await write('stop', 'q2', { site: 's2' }, 't2');
});
afterEach(async () => {
  database.close();
  await database.delete();
});

it('keeps exactly what the server says, and leaves it alone while nothing changed or nothing can be had', async () => {
  bridge.openItems = {
    version: '1',
    items: [item('a', 's1'), item('b', 's1'), item('c', 's2')],
    isCut: false,
  };
  await refresh();
  expect([await at('s1'), await at('s2'), await at('s3')]).toEqual([['b', 'a'], ['c'], []]);
  expect((await database.progress.get('progress'))?.openItems).toBe('1');
  bridge.openItems = { version: '1', items: [], isCut: false };
  await refresh();
  expect(await at('s1')).toEqual(['b', 'a']);
  bridge.openItems = { version: '2', items: [item('b', 's1')], isCut: false };
  await refresh();
  expect([await at('s1'), await at('s2')]).toEqual([['b'], []]);
  // They are in the dossier, also where nobody of this computer's tours was before.
  const { ofOthers, issues } = await siteHistory({ database, seal: plainSeal }, { id: 'p1', site: 's1' });
  expect([ofOthers.map(({ id }) => id), issues]).toEqual([['b'], []]);
});

it('knows whether there are more than it was given, also where nothing else is new', async () => {
  const isCut = async () => (await database.progress.get('progress'))?.isOpenItemsCut;
  const items = [item('a', 's1')];
  bridge.openItems = { version: '1', items, isCut: true };
  await refresh();
  expect([await isCut(), await at('s1')]).toEqual([true, ['a']]);
  bridge.openItems = { version: '1', items, isCut: false };
  await refresh();
  expect([await isCut(), await at('s1')]).toEqual([false, ['a']]);
});

it('never shows a copy beside its original, whatever became of that', async () => {
  bridge.openItems = { version: '1', items: [item('a', 's1'), item('b', 's1')], isCut: false };
  await refresh();
  await write('issue', 'a', { stop: 'p1', text: '临边无护栏', solvedOnSite: true });
  expect(await at('s1')).toEqual(['b']);
});

it('go with the last tour that goes there, and are asked for as a whole then', async () => {
  bridge.openItems = { version: '1', items: [item('a', 's1'), item('c', 's2')], isCut: false };
  await refresh();
  expect(await removeScopes(database, plainSeal, ['t1'])).toMatchObject({ ok: true });
  expect((await database.openItems.toArray()).map(({ id }) => id)).toEqual(['c']);
  bridge.openItems = { version: '1', items: [item('c', 's2'), item('d', 's2')], isCut: false };
  await refresh();
  expect(await at('s2')).toEqual(['d', 'c']);
});

import { liveQuery } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../renderer/data/database';
import { laptopStoreOn } from '../../../renderer/data/laptop-store';
import { openState } from '../../../renderer/data/sealed-json';
import { recover } from '../../../renderer/data/recover';
import type { Change } from '../../../shared/changes/change';
import { shownText } from '../../../shared/changes/shown-text';
import { plainSeal } from '../../../shared/sealing/seal';
import { drop, openFresh } from './fresh-database';

const many = 300;

let database: Database;

beforeEach(async () => {
  ({ database } = await openFresh());
});
afterEach(() => drop(database));

function notes(round: number): readonly Change[] {
  return Array.from({ length: many }, (_, index) => ({
    id: `change-${round}-${String(index).padStart(3, '0')}`,
    scope: 't1',
    kind: 'note' as const,
    record: `n${String(index).padStart(3, '0')}`,
    fields: {
      tour: { value: 't1', replaces: [] },
      text: {
        value: `第${round}稿`,
        replaces: round === 1 ? [] : [`change-1-${String(index).padStart(3, '0')}`],
      },
    },
    author: '周敏',
    device: 'd2',
    at: '2026-03-02T00:00:00.000Z',
  }));
}

it('is seen by a list that stands on the screen meanwhile: what came, and what came again otherwise', async () => {
  const store = laptopStoreOn(database, plainSeal);
  const seen: string[] = [];
  const list = liveQuery(() => database.records.where('[tour+kind]').equals(['t1', 'note']).toArray());
  const watching = list.subscribe((rows) => {
    const [first] = rows;
    seen.push(`${rows.length} ${first ? shownText(openState(plainSeal, first.sealed), 'text') : ''}`);
  });
  await expect.poll(() => seen).toEqual(['0 ']);
  await store.commit({ merge: { remote: notes(1) } });
  await expect.poll(() => seen.at(-1)).toBe(`${many} 第1稿`);
  await store.commit({ merge: { remote: notes(2) } });
  await expect.poll(() => seen.at(-1)).toBe(`${many} 第2稿`);
  watching.unsubscribe();
});

it('keeps in mind what was put away and what was taken, where the database is made again', async () => {
  const away = [{ scope: 't7', sealed: new Uint8Array([1]) }];
  await database.progress.update('progress', { away, taken: ['t8'], isDamaged: true });
  database.close();
  expect((await recover(database, plainSeal)).ok).toBe(true);
  expect(await database.progress.get('progress')).toMatchObject({ away, taken: ['t8'] });
});

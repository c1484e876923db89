import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database, RecordRow } from '../../../renderer/data/database';
import { pageOf } from '../../../renderer/data/record-pages/record-page';
import type { RecordKind } from '../../../shared/records/record-schemas';
import { drop, openFresh } from './fresh-database';

const seed = 20_261_123;
const kinds = ['note', 'issue', 'stop', 'attachment', 'tour'] as const satisfies readonly RecordKind[];

let database: Database;

beforeEach(async () => {
  ({ database } = await openFresh());
});
afterEach(() => drop(database));

const anId = fc.integer({ min: 0, max: 40 }).map((n) => `r${String(n).padStart(2, '0')}`);

const aRow = fc
  .record({
    id: anId,
    kind: fc.constantFrom(...kinds),
    tour: fc.constantFrom('t1', 't2'),
    stop: fc.constantFrom('', 'p1', 'p2', 'p3'),
    deleted: fc.constantFrom(0 as const, 1 as const),
    isConflicted: fc.boolean(),
    site: fc.constantFrom('s1', 's2', 's3'),
    sealed: fc.uint8Array({ maxLength: 4 }),
  })
  .map(({ isConflicted, site, ...row }): RecordRow => ({
    ...row,
    ...(isConflicted && { conflicted: 1 as const }),
    ...(row.kind === 'stop' && { site }),
  }));

const someRows = fc.uniqueArray(aRow, { selector: ({ id }) => id, minLength: 1, maxLength: 12 });

type Step =
  | { readonly do: 'put' | 'pages' | 'bulkPut' | 'together'; readonly rows: readonly RecordRow[] }
  | { readonly do: 'delete' | 'bulkDelete' | 'between'; readonly ids: readonly string[] }
  | { readonly do: 'byQuery'; readonly kind: RecordKind }
  | { readonly do: 'update'; readonly id: string; readonly stop: string }
  | { readonly do: 'clear' };

const someIds = fc.array(anId, { minLength: 1, maxLength: 8 });
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pages' as const), rows: someRows }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('put', 'bulkPut', 'together'), rows: someRows }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('delete', 'bulkDelete', 'between'), ids: someIds }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('byQuery' as const), kind: fc.constantFrom(...kinds) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('update' as const), id: anId, stop: fc.constantFrom('p1', 'p9') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear' as const) }) },
);

async function take({ records, recordPages }: Database, step: Step): Promise<unknown> {
  switch (step.do) {
    case 'put':
      for (const row of step.rows) await records.put(row);
      return;
    case 'bulkPut':
      return records.bulkPut([...step.rows]);
    case 'together':
      // Beside each other, as the parts of one transaction may be.
      return database.transaction('rw', records, async () => {
        const read = step.rows.map(({ id }) => records.get(id));
        await Promise.all([...step.rows.map((row) => records.put(row)), ...read]);
      });
    case 'pages':
      return database.transaction('rw', records, recordPages, async () => {
        await records.bulkDelete(step.rows.map(({ id }) => id));
        for (let from = 0; from < step.rows.length; from += 5)
          await recordPages.put(pageOf(step.rows.slice(from, from + 5)));
      });
    case 'delete':
      for (const id of step.ids) await records.delete(id);
      return;
    case 'bulkDelete':
      return records.bulkDelete([...step.ids]);
    case 'between': {
      const [low = '', high = ''] = [step.ids.toSorted()[0], step.ids.toSorted().at(-1)];
      return records.where('id').between(low, high).delete();
    }
    case 'byQuery':
      return records.where('kind').equals(step.kind).delete();
    case 'update':
      return records.update(step.id, { stop: step.stop });
    case 'clear':
      return records.clear();
  }
}

function takeInModel(model: Map<string, RecordRow>, step: Step): void {
  if ('rows' in step) for (const row of step.rows) model.set(row.id, row);
  else if (step.do === 'between') {
    const sorted = step.ids.toSorted();
    for (const id of model.keys())
      if (id >= (sorted[0] ?? '') && id < (sorted.at(-1) ?? '')) model.delete(id);
  } else if ('ids' in step) for (const id of step.ids) model.delete(id);
  else if (step.do === 'byQuery') {
    for (const [id, { kind }] of model) if (kind === step.kind) model.delete(id);
  } else if (step.do === 'clear') model.clear();
  else {
    const row = model.get(step.id);
    if (row) model.set(step.id, { ...row, stop: step.stop });
  }
}

/** Ids of the rows in the order of these columns and then of their ids. */
function ids(rows: readonly RecordRow[], columns: readonly (keyof RecordRow)[] = []): readonly string[] {
  const key = (row: RecordRow) =>
    [...columns, 'id' as const].map((column) => String(row[column])).join('\u0000');
  return rows.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)).map(({ id }) => id);
}

/** Each shape in which renderer/data asks, with what a plain list answers. */
async function compare({ records }: Database, model: readonly RecordRow[]): Promise<void> {
  const idsOf = (rows: readonly RecordRow[]) => rows.map(({ id }) => id);
  const place = ['tour', 'kind', 'deleted', 'stop'] as const;
  const ofTour = (kind: RecordKind) => model.filter((row) => row.tour === 't1' && row.kind === kind);
  const byId = ids(model);
  const asked = ['r03', 'nobody', 'r20', 'r03'];
  const many = Array.from({ length: 41 }, (_, n) => `r${String(40 - n).padStart(2, '0')}`);
  const find = (id: string) => model.find((row) => row.id === id);
  expect(await records.toArray()).toEqual(byId.map(find));
  expect(await records.get('r07')).toEqual(find('r07'));
  expect(await records.bulkGet(asked)).toEqual(asked.map(find));
  expect(await records.bulkGet(many)).toEqual(many.map(find));
  expect(await records.count()).toBe(model.length);
  expect(await records.limit(1).count()).toBe(Math.min(1, model.length));
  expect(idsOf(await records.where('id').between('r10', 'r30', true, true).limit(6).toArray())).toEqual(
    byId.filter((id) => id >= 'r10' && id <= 'r30').slice(0, 6),
  );
  expect(await records.where(':id').between('r10', 'r30', true, true).limit(6).primaryKeys()).toEqual(
    byId.filter((id) => id >= 'r10' && id <= 'r30').slice(0, 6),
  );
  const backwards = records.where('id').below('r30').limit(7);
  backwards.reverse();
  expect(idsOf(await backwards.toArray())).toEqual(
    byId
      .filter((id) => id < 'r30')
      .toReversed()
      .slice(0, 7),
  );
  expect(idsOf(await records.offset(4).limit(3).toArray())).toEqual(byId.slice(4, 7));
  for (const kind of kinds) {
    const ofKind = model.filter((row) => row.kind === kind);
    expect(await records.where('kind').equals(kind).primaryKeys()).toEqual(ids(ofKind));
    expect(idsOf(await records.where('kind').equals(kind).limit(3).toArray())).toEqual(
      ids(ofKind).slice(0, 3),
    );
    expect(await records.where('kind').equals(kind).count()).toBe(ofKind.length);
    expect(idsOf(await records.where('[tour+kind]').equals(['t1', kind]).toArray())).toEqual(
      ids(ofTour(kind), place),
    );
    const kept = records
      .where('[tour+kind+deleted+stop]')
      .between(['t1', kind, 0, ''], ['t1', kind, 0, '\uffff']);
    const there = ofTour(kind).filter((row) => row.deleted === 0);
    expect((await kept.keys()) as unknown).toEqual(
      ids(there, place).map((id) => ['t1', kind, 0, find(id)?.stop]),
    );
    const seen: string[] = [];
    await records
      .where('kind')
      .equals(kind)
      .each(({ id }) => seen.push(id));
    expect(seen).toEqual(ids(ofKind));
  }
  const wanted = ['stop', 'note'].map((kind) => ['t1', kind]);
  expect(idsOf(await records.where('[tour+kind]').anyOf(wanted).toArray())).toEqual(
    ids([...ofTour('stop'), ...ofTour('note')], place),
  );
  expect(await records.where('[tour+kind]').anyOf(wanted).count()).toBe(
    ofTour('stop').length + ofTour('note').length,
  );
  expect(idsOf(await records.where('[stop+kind]').between(['p1', ''], ['p1', '\uffff']).toArray())).toEqual(
    ids(
      model.filter((row) => row.stop === 'p1'),
      ['kind'],
    ),
  );
  const atSites = model.filter((row) => row.site === 's1' || row.site === 's3');
  expect(idsOf(await records.where('site').anyOf(['s3', 's1']).toArray())).toEqual(ids(atSites, ['site']));
  const open = records
    .where('site')
    .equals('s1')
    .and((row) => row.deleted === 0);
  expect(await open.count()).toBe(model.filter((row) => row.site === 's1' && row.deleted === 0).length);
  const conflicts = model.filter((row) => row.conflicted === 1);
  expect(idsOf(await records.where('conflicted').equals(1).limit(4).toArray())).toEqual(
    ids(conflicts).slice(0, 4),
  );
  expect(await records.orderBy('kind').uniqueKeys()).toEqual(
    [...new Set(model.map((row) => row.kind))].sort(),
  );
}

/** Where each record is: the rows, and the rows of pages. */
async function placesOf({ recordPages }: Database): Promise<readonly string[]> {
  const raw = await new Promise<readonly RecordRow[]>((resolve) => {
    const all = database.backendDB().transaction('records').objectStore('records').getAll();
    all.addEventListener('success', () => resolve(all.result as RecordRow[]));
  });
  const paged = (await recordPages.toArray()).flatMap((page) => {
    expect(page).toEqual({ ...pageOf(page.rows), id: page.id });
    return page.ids;
  });
  return [...raw.map(({ id }) => id), ...paged];
}

describe('rows and pages are one table', () => {
  it('to everybody who asks, whatever was done', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 10 }), async (steps) => {
        await database.records.clear();
        const model = new Map<string, RecordRow>();
        for (const step of steps) {
          await take(database, step);
          takeInModel(model, step);
        }
        await compare(database, [...model.values()]);
        const places = await placesOf(database);
        expect(places.toSorted()).toEqual([...model.keys()].toSorted());
      }),
      { seed, numRuns: 60 },
    );
  });

  it('when a transaction is given up as well', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aStep, { maxLength: 4 }),
        fc.array(aStep, { minLength: 1, maxLength: 4 }),
        async (steps, lost) => {
          await database.records.clear();
          const model = new Map<string, RecordRow>();
          for (const step of steps) {
            await take(database, step);
            takeInModel(model, step);
          }
          const { records, recordPages } = database;
          const given = database.transaction('rw', records, recordPages, async () => {
            for (const step of lost) await take(database, step);
            await compare(database, [
              ...lost.reduce((after, step) => (takeInModel(after, step), after), new Map(model)).values(),
            ]);
            throw new Error('given up');
          });
          await expect(given).rejects.toThrow('given up');
          await compare(database, [...model.values()]);
          expect((await placesOf(database)).toSorted()).toEqual([...model.keys()].toSorted());
        },
      ),
      { seed, numRuns: 30 },
    );
  });
});

import {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTable,
  type Middleware,
} from 'dexie';
import type { RecordRow } from '../database';
import { findPages } from './find-pages';
import { inTurn } from './in-turn';
import { asked } from './asked';
import { type Entry, orderedRows } from './ordered-rows';
import { countPaged, isPaged, pagedRows } from './paged-rows';
import { rowCursor } from './row-cursor';
import { takeOut } from './take-out';

const anyRange = 3;

/** Below this many a request for each costs less than a look at the pages first. */
const fewKeys = 20;

/**
 * `records` as one table out of two stores: rows, and pages of rows that came at once. Next to IndexedDB, so that whatever Dexie does
 * above it (longer indexes, live queries, its cache) knows of one table. A record is in exactly one place.
 */
export const pagedRecords: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'pagedRecords',
  level: -2,
  create(core) {
    // An older database is opened once without them, to be given them.
    if (!core.schema.tables.some(({ name }) => name === 'recordPages')) return {};
    return {
      transaction: (stores, mode, options) =>
        core.transaction(stores.includes('records') ? withPages(stores) : stores, mode, options),
      table: (name) => (name === 'records' ? pagedTable(core.table(name)) : core.table(name)),
    };
  },
};

function withPages(stores: readonly string[]): string[] {
  return [...new Set([...stores, 'recordPages'])];
}

function pagedTable(table: DBCoreTable): DBCoreTable {
  const idOf = (row: unknown) => (row as RecordRow).id;
  return {
    ...table,
    get: (req) =>
      inTurn(req.trans as IDBTransaction, async (transaction) => {
        const row = (await table.get(req)) as RecordRow | undefined;
        if (row !== undefined) return row;
        const pages = await findPages(transaction, [req.key as string]);
        return pages.flatMap(({ rows }) => rows.find(({ id }) => id === req.key) ?? [])[0];
      }),
    getMany: (req) =>
      inTurn(req.trans as IDBTransaction, async (transaction) => {
        const keys = req.keys as readonly (string | null | undefined)[];
        if (keys.length <= fewKeys) {
          const rows = (await table.getMany(req)) as (RecordRow | undefined)[];
          const missing = keys.flatMap((key, place) => (rows[place] ? [] : (key ?? [])));
          const paged = await rowsById(transaction, missing);
          return keys.map((key, place) => rows[place] ?? paged.get(key ?? ''));
        }
        const paged = await rowsById(
          transaction,
          keys.flatMap((key) => key ?? []),
        );
        const rest = keys.map((key) => (paged.has(key ?? '') ? null : key));
        const rows = rest.every((key) => key === null)
          ? []
          : ((await table.getMany({ ...req, keys: rest })) as (RecordRow | undefined)[]);
        return keys.map((key, place) => paged.get(key ?? '') ?? rows[place]);
      }),
    query: (req) =>
      inTurn(req.trans as IDBTransaction, async (transaction) => {
        const { limit, direction = 'next', values } = req;
        const { index, range } = req.query;
        const isBack = direction.startsWith('prev');
        if (limit === 0) return { result: [] };
        const paged = await pagedRows(transaction, index, range, { limit, isBack });
        if (paged.length === 0) return table.query(req);
        const { result } = await table.query({ ...req, values: true });
        const entries = orderedRows([...(result as RecordRow[]), ...paged], index, direction);
        const first = entries.slice(0, limit);
        return { result: first.map(({ row }) => (values ? row : row.id)) };
      }),
    count: (req) =>
      inTurn(req.trans as IDBTransaction, async (transaction) => {
        const { index, range } = req.query;
        const paged = index.isPrimaryKey
          ? await countPaged(transaction, range)
          : (await pagedRows(transaction, index, range, { isKeysOnly: true })).length;
        return (await table.count(req)) + paged;
      }),
    openCursor: (req) =>
      inTurn(req.trans as IDBTransaction, async (transaction) => {
        const { index, range } = req.query;
        if (!(await isPaged(transaction, index, range))) return table.openCursor(req);
        const paged = await pagedRows(transaction, index, range, { isKeysOnly: req.values === false });
        const { result } = await table.query({ trans: req.trans, query: req.query, values: true });
        const direction = `${req.reverse ? 'prev' : 'next'}${req.unique ? 'unique' : ''}` as const;
        const entries = orderedRows([...(result as RecordRow[]), ...paged], index, direction);
        const [first, ...others] = entries as readonly [Entry, ...Entry[]] | [];
        return first ? rowCursor(req.trans, [first, ...others], req.reverse === true) : null;
      }),
    mutate: (req) =>
      inTurn(req.trans as IDBTransaction, (transaction) => mutate(transaction, table, req, idOf)),
  };
}

async function rowsById(
  transaction: IDBTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordRow>> {
  const wanted = new Set(ids);
  const rows = (await findPages(transaction, ids)).flatMap((page) => page.rows);
  return new Map(rows.flatMap((row) => (wanted.has(row.id) ? [[row.id, row] as const] : [])));
}

async function mutate(
  transaction: IDBTransaction,
  table: DBCoreTable,
  req: DBCoreMutateRequest,
  idOf: (row: unknown) => string,
): Promise<DBCoreMutateResponse> {
  if (req.type === 'add') {
    const paged = await rowsById(transaction, req.values.map(idOf));
    if (paged.size > 0) throw new DOMException('A record with this id is there.', 'ConstraintError');
    return table.mutate(req);
  }
  const done = await table.mutate(req);
  if (req.type === 'deleteRange') {
    const pages = transaction.objectStore('recordPages');
    const isAll = (req.range.type as number) === anyRange;
    if (isAll) await asked(pages.clear());
    else {
      const going = await pagedRows(transaction, table.schema.primaryKey, req.range);
      await takeOut(transaction, going.map(idOf));
    }
  } else {
    const ids = req.type === 'put' ? req.values.map(idOf) : (req.keys as string[]);
    // What could not be put stays where it is.
    await takeOut(
      transaction,
      ids.filter((_, place) => done.failures[place] === undefined),
    ).catch((error: unknown) => {
      // Else the record would be in both places.
      transaction.abort();
      throw error;
    });
  }
  return done;
}

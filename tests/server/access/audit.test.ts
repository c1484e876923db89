import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Deed, appendAudit } from '../../../server/access/append-audit';
import { checkAudit } from '../../../server/access/check-audit';
import { pruneAudit } from '../../../server/access/prune-audit';
import type { Database, Query } from '../../../server/database/database';
import { beginRebuilding } from '../../../server/database/server-queries';
import { removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { openTestDatabase } from '../open-test-database';
import { startPostgres } from '../postgres';
import { seedOfRun, seeded } from '../seeded';

const day = 24 * 60 * 60 * 1000;
const scopes = ['server', 'tour-1', 'tour-2'];

/** Thrown to leave a transaction without a trace. */
class Undone extends Error {}

const columns = ['at', 'account', 'device', 'act', 'subject', 'count', 'previous', 'hash', 'number', 'scope'];

type Tamper = (query: Query, random: () => number) => Promise<unknown>;

const of = (random: () => number, count: number) => Math.floor(random() * count);
const rowOf = (random: () => number) => [scopes[of(random, scopes.length)], 1 + of(random, 20)];

const tampers: Readonly<Record<string, Tamper>> = {
  'a value changed': (query, random) => {
    const column = columns[of(random, columns.length)] ?? '';
    const value = ['count', 'number'].includes(column) ? `${column} + 1000` : `${column} || 'x'`;
    return query(`update audit set ${column} = ${value} where scope = $1 and number = $2`, rowOf(random));
  },
  'an entry taken out': (query, random) =>
    query('delete from audit where scope = $1 and number = $2', rowOf(random)),
  'the end cut off': (query, random) =>
    query('delete from audit where scope = $1 and number >= $2', rowOf(random)),
  'the beginning taken away': (query, random) =>
    query('delete from audit where scope = $1 and number <= $2', rowOf(random)),
  'two entries swapped': (query, random) => {
    const [scope, number] = rowOf(random);
    const other = (Number(number) % 20) + 1;
    return query(
      `update audit set number = case number when $2::integer then $3::integer + 500 else $2::integer + 500 end
       where scope = $1 and number in ($2, $3)`,
      [scope, number, other],
    ).then(() => query('update audit set number = number - 500 where number > 400'));
  },
  'an entry put in': (query, random) =>
    query(
      `insert into audit select scope, 21, at, account, device, act, subject, count, previous, hash from audit
       where scope = $1 and number = $2`,
      rowOf(random),
    ),
  'the end forgotten': (query, random) =>
    query('delete from audit_heads where scope = $1', rowOf(random).slice(0, 1)),
};

function testAudit(name: string, rounds: number, open: () => Promise<[Database, () => Promise<void>]>): void {
  describe(`The audit log on ${name}`, { retry: 0 }, () => {
    let database: Database;
    let close: () => Promise<void>;

    beforeAll(async () => {
      [database, close] = await open();
      for (let number = 1; number <= 20; number += 1) await append(scopes, '2024-01-01');
    });
    afterAll(() => close?.());

    async function append(chains: readonly string[], date: string): Promise<void> {
      const deed = { account: 'account-1', device: 'laptop-1', act: 'changes.accepted', count: 3 } as const;
      const deeds: Deed[] = chains.map((scope) => ({ ...deed, scope, subject: scope }));
      await database.transact((transaction) => appendAudit(transaction, deeds, Date.parse(date)));
    }

    /** `meanwhile` is done before each portion. */
    function check(page?: number, meanwhile: () => Promise<void> = () => Promise.resolve()) {
      return checkAudit(
        (work) => meanwhile().then(() => database.transact(({ query }) => work(query))),
        page,
      );
    }

    test('holds, and finds every one of many tampers', async () => {
      expect(await check()).toEqual([]);
      const random = seeded(seedOfRun());
      const missed: string[] = [];
      const kinds = Object.entries(tampers);
      for (let round = 0; round < rounds; round += 1) {
        const [kind, tamper] = kinds[round % kinds.length] ?? ['', () => Promise.resolve()];
        const tampering = database.transact(async ({ query }) => {
          // As who owns the database can: the table itself refuses.
          await query('alter table audit disable trigger user');
          await tamper(query, random);
          if ((await checkAudit((work) => work(query), round % 2 ? 2000 : 7)).length === 0) missed.push(kind);
          throw new Undone();
        });
        await expect(tampering).rejects.toThrow(Undone);
      }
      expect(missed).toEqual([]);
    });

    test('the table takes no edit and gives up nothing that is younger than 180 days', async () => {
      await append(['tour-3'], new Date(Date.now() - 100 * day).toISOString());
      for (const sql of [
        `update audit set account = 'x' where scope = 'tour-3'`,
        `delete from audit where scope = 'tour-3'`,
        'truncate audit',
      ])
        await expect(database.transact(({ query }) => query(sql))).rejects.toThrow('only ever appended');
    });

    /** Somebody does something each fortnight, so that the days between are believed. */
    async function keepBusy(now: number): Promise<void> {
      for (let age = 1000; age >= 0; age -= 14)
        await append(['busy'], new Date(now - age * day).toISOString());
    }

    async function numbersOf(scope: string): Promise<readonly number[]> {
      const rows = await database.transact(({ query }) =>
        query<{ number: number }>(`select number from audit where scope = $1 order by number`, [scope]),
      );
      return rows.map(({ number }) => number);
    }

    test('a clock that is far ahead, also after days of work with it, takes nothing that is young', async () => {
      const now = Date.now();
      for (const age of [60, 40, 20, 1]) await append(['tour-6'], new Date(now - age * day).toISOString());
      const ahead = Date.parse('2099-01-01T00:00:00Z');
      await pruneAudit(database, ahead, 400);
      for (const days of [0, 1, 9]) {
        await append(['tour-6'], new Date(ahead + days * day).toISOString());
        await pruneAudit(database, ahead + days * day, 400);
      }
      await pruneAudit(database, now + day, 400);
      expect(await numbersOf('tour-6')).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(await check()).toEqual([]);
    });

    test('gives up what is young to nobody but who makes the database again, in that transaction', async () => {
      await append(['tour-7'], new Date().toISOString());
      const take = (query: Query) => query(`delete from audit where scope = 'tour-7'`);
      const rebuilding = database.transact(async ({ query }) => {
        await beginRebuilding(query);
        await take(query);
        throw new Undone();
      });
      await expect(rebuilding).rejects.toThrow(Undone);
      await expect(database.transact(({ query }) => take(query))).rejects.toThrow('only ever appended');
      const edit = database.transact(async ({ query }) => {
        await beginRebuilding(query);
        await query(`update audit set account = 'x' where scope = 'tour-7'`);
      });
      await expect(edit).rejects.toThrow('only ever appended');
    });

    test('a chain whose entries had all gone, and which has new ones, holds also when the note of that is old itself', async () => {
      const now = Date.now();
      await keepBusy(now);
      await append(['tour-5'], new Date(now - 900 * day).toISOString());
      await pruneAudit(database, now - 450 * day, 400, 7);
      await append(['tour-5'], new Date(now - 100 * day).toISOString());
      await pruneAudit(database, now, 400, 7);
      expect(await numbersOf('tour-5')).toEqual([2]);
      expect(await check()).toEqual([]);
    });

    test('what is older than the retention goes, is noted, and the rest still holds', async () => {
      const now = Date.now();
      await keepBusy(now);
      const ages = [900, 500, 401, 399, 181, 10];
      for (const age of ages) await append(['tour-4'], new Date(now - age * day).toISOString());
      await expect(pruneAudit(database, now, 179)).rejects.toThrow('180 days');
      await pruneAudit(database, now, 400);
      expect(await numbersOf('tour-4')).toEqual([4, 5, 6]);
      expect(await check()).toEqual([]);
      const cut = database.transact(async ({ query }) => {
        await query('alter table audit disable trigger user');
        await query(`delete from audit where scope = 'tour-4' and number = 4`);
        expect(await checkAudit((work) => work(query))).toEqual([{ scope: 'tour-4', number: 4 }]);
        throw new Undone();
      });
      await expect(cut).rejects.toThrow(Undone);
    });

    test('holds while others append between the portions in which it is read', async () => {
      let portions = 0;
      const breaks = await check(7, async () => {
        portions += 1;
        if (portions <= 12) await append(['appended', 'server'], '2024-01-01');
      });
      expect(breaks).toEqual([]);
      expect(portions).toBeGreaterThan(12);
    });

    test('holds while what is old goes between the portions in which it is read', async () => {
      const now = Date.now();
      await keepBusy(now);
      for (const age of [900, 800, 700, 600, 500, 100])
        await append(['tour-8'], new Date(now - age * day).toISOString());
      let portions = 0;
      const breaks = await check(3, async () => {
        portions += 1;
        if (portions === 20) await pruneAudit(database, now, 400, 2);
      });
      expect(breaks).toEqual([]);
      expect(portions).toBeGreaterThan(20);
    });
  });
}

testAudit('PGlite', 1000, async () => {
  const directory = await makeReadyDirectory();
  const database = await openTestDatabase({ directory });
  return [
    database,
    async () => {
      await database.close();
      await removeDataDirectory(directory);
    },
  ];
});

testAudit('PostgreSQL', 70, async () => {
  const postgres = await startPostgres();
  const database = await openTestDatabase({ directory: '', url: postgres.url });
  return [
    database,
    async () => {
      await database.close();
      await postgres.stop();
    },
  ];
});

import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSeen, hasAll, insertChanges } from '../../../server/database/change-queries';
import type { Database, Query } from '../../../server/database/database';
import { together } from '../../../server/database/together';
import { noteChange } from '../note-change';

const epochCount = `select count(*)::integer as n from scopes where scope like 'together-%'`;
const insertScope = `insert into scopes (scope, last_number) values ($1, 0)`;

/** How statements of one transaction are sent, and what those ask that look into an index first, on any database. */
export function testStatements(
  name: string,
  open: () => Promise<{ readonly database: Database; close(): Promise<void> }>,
): void {
  describe(`Statements on ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());

    const count = async () => (await opened.database.ask<{ n: number }>(epochCount))[0]?.n;
    const forget = () =>
      opened.database.transact(({ script }) => script(`delete from scopes where scope like 'together-%'`));
    /** Work that has more to ask when another statement has failed. */
    async function slowly(query: Query, scope: string): Promise<void> {
      await setTimeout(100);
      await query(insertScope, [scope]).catch(() => undefined);
    }

    test('that are asked together are done in order, and give what each gives', async () => {
      const [none, one, after] = await opened.database.transact(({ query }) =>
        together(
          query<{ n: number }>(epochCount),
          query(insertScope, ['together-1']),
          query<{ n: number }>(epochCount),
        ),
      );
      expect([none, one, after]).toEqual([[{ n: 0 }], [], [{ n: 1 }]]);
      await forget();
    });

    test('of which one fails leave nothing behind, also of what is asked later; without waiting for all they do', async () => {
      const failing = opened.database.transact(({ query }) =>
        together(query('select 1 / 0'), slowly(query, 'together-1')),
      );
      await expect(failing).rejects.toThrow(/division by zero/);
      expect(await count()).toBe(0);
      let late: Promise<unknown> = Promise.resolve();
      const careless = opened.database.transact(({ query }) =>
        Promise.all([query('select 1 / 0'), (late = slowly(query, 'together-2'))]),
      );
      await expect(careless).rejects.toThrow(/division by zero/);
      await late;
      // PGlite refuses it by itself.
      expect(await count()).toBe(name === 'PostgreSQL' ? 1 : 0);
      await forget();
    });

    test('know which changes the log has: all, all but one, one between them, of two scopes', async () => {
      const changes = Array.from({ length: 20 }, (_, number) =>
        noteChange({
          id: `span-${String(number).padStart(2, '0')}`,
          scope: number < 15 ? 'span-a' : 'span-b',
        }),
      );
      const stored = changes.filter((_, index) => index !== 7);
      await opened.database.transact(({ query }) =>
        insertChanges(
          query,
          stored.map((change, index) => ({ number: index + 1, change, team: '' })),
        ),
      );
      const asked = await opened.database.transact(async ({ query }) => ({
        some: await hasAll(query, changes.slice(0, 5)),
        others: await hasAll(query, [changes[0]!, changes[4]!]),
        missing: await hasAll(query, changes.slice(5, 9)),
        unknown: await hasAll(query, [changes[7]!]),
        scopes: await hasAll(query, changes.slice(10)),
        turned: await hasAll(query, changes.slice(0, 5).toReversed()),
        seen: [...(await findSeen(query, changes)).values()],
        foreign: (await findSeen(query, [noteChange({ id: 'span-999', scope: 'span-a' })])).size,
      }));
      expect(asked).toEqual({
        some: true,
        others: true,
        missing: false,
        unknown: false,
        scopes: true,
        turned: true,
        seen: stored.map(() => 'same'),
        foreign: 0,
      });
    });
  });
}

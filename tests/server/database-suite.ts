import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptChanges } from '../../server/changes/accept-changes';
import type { Database } from '../../server/database/database';
import { readScopeStates } from '../../server/database/record-queries';
import type { Change } from '../../shared/changes/change';
import type { ExchangeRequest } from '../../shared/protocol/sync';
import { asOffice } from './as-office';
import { noteChange } from './note-change';
import { type Exchange, makeTestDevice, snapshot } from './test-device';

/** What the exchange promises, on any database. Every adapter passes it. */
export function testDatabase(
  name: string,
  open: () => Promise<{ readonly database: Database; close(): Promise<void> }>,
): void {
  describe(`The exchange on ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let exchange: Exchange;

    beforeAll(async () => {
      opened = await open();
      exchange = (request) => acceptChanges(opened.database, request, asOffice);
    });
    afterAll(() => opened?.close());
    beforeEach(() => opened.database.transact(({ script }) => script('truncate scopes, changes, records')));

    async function count(sql: string): Promise<number> {
      const rows = await opened.database.transact(({ query }) => query<{ n: number }>(sql));
      return rows[0]?.n ?? -1;
    }

    function asks(request: Partial<ExchangeRequest>): ExchangeRequest {
      return {
        protocol: 2,
        device: 'laptop-1',
        epoch: opened.database.epoch,
        cursors: {},
        views: {},
        changes: [],
        ...request,
      };
    }

    test('two laptops and the server end the same, with both values of a field that both set', async () => {
      const [one, two] = [makeTestDevice('laptop-1'), makeTestDevice('laptop-2')];
      const record = randomUUID();
      one.edit(noteChange({ record, device: 'laptop-1', text: '东侧围挡缺损' }));
      two.edit(noteChange({ record, device: 'laptop-2', text: '东侧围挡已修复' }));
      two.edit(
        noteChange({ scope: 'office', kind: 'site', fields: { name: { value: '示例项目', replaces: [] } } }),
      );
      await one.syncAll(exchange);
      await two.syncAll(exchange);
      await one.syncAll(exchange);
      const rows = await opened.database.transact(async ({ query }) => [
        ...(await readScopeStates(query, 'office')),
        ...(await readScopeStates(query, 'tour-1')),
      ]);
      const server = snapshot(rows.map(({ state }) => state));
      expect(snapshot(one.states.values())).toBe(server);
      expect(snapshot(two.states.values())).toBe(server);
      expect(one.states.get(record)?.fields.text?.heads).toHaveLength(2);
    });

    test('lists of texts and numbers arrive as they were given', async () => {
      const texts = [
        '',
        'NULL',
        '"',
        '\\',
        '{a,b}',
        "'",
        ' ',
        '\n',
        '围挡缺损三米',
        '🚧',
        'a'.repeat(70_000),
      ];
      const numbers = [0, 1, -1, 2_147_483_647, -2_147_483_648];
      const given = async (sql: string, list: readonly unknown[]) => {
        const rows = await opened.database.transact(({ query }) => query<{ value: unknown }>(sql, [list]));
        return rows.map(({ value }) => value);
      };
      const textsBack = (list: readonly unknown[]) =>
        given('select value from unnest($1::text[]) as t(value)', list);
      const numbersBack = (list: readonly unknown[]) =>
        given('select value from unnest($1::integer[]) as t(value)', list);
      for (const list of [texts, texts.slice(0, 1), [], ['a', null]])
        expect(await textsBack(list)).toEqual(list);
      for (const list of [numbers, [], [null, 7]]) expect(await numbersBack(list)).toEqual(list);
    });

    test('the same request ten times settles the same and writes each change once', async () => {
      const changes = Array.from({ length: 30 }, () => noteChange());
      const replies = [];
      for (let time = 0; time < 10; time += 1) replies.push(await exchange(asks({ changes })));
      for (const reply of replies) expect(reply).toEqual(replies[0]);
      expect(replies[0]?.settled).toEqual(changes.map((change) => change.id));
      expect(await count('select count(*)::integer as n from changes')).toBe(30);
      expect(await count('select last_number as n from scopes')).toBe(30);
    });

    test('a change twice in one request is one change', async () => {
      const change = noteChange();
      const reply = await exchange(asks({ changes: [change, change] }));
      expect(reply.settled).toEqual([change.id]);
      expect(await count('select count(*)::integer as n from changes')).toBe(1);
    });

    test('a lost reply loses nothing and doubles nothing', async () => {
      const [one, two] = [makeTestDevice('laptop-1'), makeTestDevice('laptop-2')];
      for (let made = 0; made < 5; made += 1) one.edit(noteChange());
      await one.sync(exchange, { isLost: true });
      two.edit(noteChange({ device: 'laptop-2' }));
      await two.syncAll(exchange);
      await one.syncAll(exchange);
      expect(one.settled.size).toBe(5);
      expect([...one.came.values()]).toEqual([1]);
      expect([...two.came.values()]).toEqual([1, 1, 1, 1, 1]);
    });

    test('a change that is refused does not stop the others', async () => {
      const bad = noteChange({ fields: { colour: { value: 'red', replaces: [] } } });
      const good = [noteChange(), noteChange()];
      const reply = await exchange(asks({ changes: [bad, ...good] }));
      expect(reply.settled).toEqual(good.map((change) => change.id));
      expect(reply.refused).toEqual([
        { change: bad.id, problem: { code: 'change.invalid', details: { fields: 'colour' } } },
      ]);
      expect(await count('select count(*)::integer as n from changes')).toBe(2);
    });

    test('what a newer laptop or a hostile one sends is refused alone', async () => {
      const newer = { ...noteChange(), kind: 'drone', flight: 7 };
      const shapeless = { id: 'only-an-id' };
      const named = ['constructor', 'toString'].map((name) =>
        noteChange({
          fields: JSON.parse(`{ "${name}": { "value": "x", "replaces": [] } }`) as Change['fields'],
        }),
      );
      const good = [noteChange(), noteChange()];
      const reply = await exchange(asks({ changes: [newer, shapeless, ...named, ...good] }));
      expect(reply.settled).toEqual(good.map((change) => change.id));
      expect(new Set(reply.refused.map(({ change }) => change))).toEqual(
        new Set([newer.id, shapeless.id, ...named.map((change) => change.id)]),
      );
      expect(reply.refused[0]?.problem).toEqual({ code: 'change.unknown', details: {} });
      expect(await count('select count(*)::integer as n from changes')).toBe(2);
    });

    test('text that a database dislikes comes back unchanged', async () => {
      const text = 'NUL \u0000, half a pair \ud83d, quotes "\'\\, {a,b}, NULL, 272.80, 😀 𠮷';
      await exchange(asks({ changes: [noteChange({ text })] }));
      const reply = await exchange(asks({ device: 'laptop-2' }));
      expect(reply.newer[0]?.fields.text?.value).toBe(text);
    });

    test('pages follow each other until nothing is more, each change once and in order', async () => {
      const changes = Array.from({ length: 25 }, (_, index) =>
        noteChange({ scope: index % 2 ? 'tour-1' : 'office' }),
      );
      await exchange(asks({ changes }));
      const got: string[] = [];
      let cursors = {};
      let views = {};
      for (let more = true; more;) {
        const page = await acceptChanges(
          opened.database,
          asks({ device: 'laptop-2', cursors, views }),
          asOffice,
          4,
        );
        expect(page.newer.length).toBeLessThanOrEqual(4);
        got.push(...page.newer.map((change) => change.id));
        ({ cursors, views, more } = page);
      }
      const of = (scope: string) =>
        changes.filter((change) => change.scope === scope).map((change) => change.id);
      expect(got).toEqual([...of('office'), ...of('tour-1')]);
      expect(cursors).toEqual({ office: 13, 'tour-1': 12 });
    });

    test('pages are cut by bytes as well, and nothing is left out', async () => {
      const changes = Array.from({ length: 9 }, () => noteChange({ text: '长'.repeat(600_000) }));
      const small = Array.from({ length: 3 }, () => noteChange({ scope: 'tour-2' }));
      await exchange(asks({ changes: [...changes, ...small] }));
      const pages: number[] = [];
      const got: string[] = [];
      let cursors = {};
      let views = {};
      for (let more = true; more;) {
        const page = await exchange(asks({ device: 'laptop-2', cursors, views }));
        pages.push(page.newer.length);
        got.push(...page.newer.map((change) => change.id));
        ({ cursors, views, more } = page);
      }
      expect(pages).toEqual([3, 3, 3, 3]);
      expect(got).toEqual([...changes, ...small].map((change) => change.id));
      // A laptop on a bad line asks for less: at least one comes, or nothing ever would.
      expect((await exchange(asks({ device: 'laptop-2', page: 1 }))).newer).toHaveLength(1);
    });

    test('cursors of another epoch, or from behind the end, mean nothing', async () => {
      await exchange(asks({ changes: [noteChange(), noteChange()] }));
      const foreign = await exchange(
        asks({
          device: 'laptop-2',
          epoch: 'another',
          cursors: { 'tour-1': 2 },
          views: { 'tour-1': 'whole' },
        }),
      );
      expect(foreign.newer).toHaveLength(2);
      expect(foreign.epoch).toBe(opened.database.epoch);
      const views = { 'tour-1': 'whole', 'tour-9': 'whole' };
      const behind = await exchange(
        asks({ device: 'laptop-2', cursors: { 'tour-1': 9, 'tour-9': 4 }, views }),
      );
      expect(behind.newer).toHaveLength(2);
      expect(behind.cursors).toEqual({ 'tour-1': 2 });
    });

    test('a cursor counts with the view that it was got with, and with no other', async () => {
      await exchange(asks({ changes: [noteChange(), noteChange()] }));
      const again = async (views: ExchangeRequest['views']) =>
        (await exchange(asks({ device: 'laptop-2', cursors: { 'tour-1': 2 }, views }))).newer.length;
      expect(await again({ 'tour-1': 'whole' })).toBe(0);
      expect(await again({ 'tour-1': 'team-1' })).toBe(2);
      expect(await again({})).toBe(2);
    });

    test('20 laptops push into one tour at once, and a reader that polls meanwhile misses nothing', async () => {
      const reader = makeTestDevice('reader');
      const pushing = new AbortController();
      const reading = (async () => {
        while (!pushing.signal.aborted) await reader.sync(exchange);
      })();
      const pushes = Array.from({ length: 20 }, async (_, index) => {
        const device = makeTestDevice(`laptop-${index}`);
        for (let round = 0; round < 5; round += 1) {
          for (let made = 0; made < 4; made += 1) device.edit(noteChange({ device: device.id }));
          await device.sync(exchange);
        }
        return [...device.settled];
      });
      const settled = (await Promise.all(pushes)).flat();
      pushing.abort();
      await reading;
      await reader.syncAll(exchange);
      expect(settled).toHaveLength(400);
      expect([...reader.came.keys()].sort()).toEqual(settled.sort());
      expect(new Set(reader.came.values())).toEqual(new Set([1]));
      expect(await count('select max(number)::integer as n from changes')).toBe(400);
    });

    test('whatever four laptops do, with any page size and any lost reply, each gets every change of the others once', async () => {
      const step = fc.record({
        laptop: fc.nat(3),
        edits: fc.nat(4),
        scope: fc.constantFrom('office', 'tour-1', 'tour-2'),
        batch: fc.integer({ min: 1, max: 6 }),
        page: fc.integer({ min: 1, max: 7 }),
        isLost: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
          await opened.database.transact(({ script }) => script('truncate scopes, changes, records'));
          const laptops = [0, 1, 2, 3].map((index) => makeTestDevice(`laptop-${index}`));
          const made: { readonly id: string; readonly device: string }[] = [];
          for (const { laptop, edits, scope, batch, page, isLost } of steps) {
            const device = laptops[laptop] as (typeof laptops)[number];
            for (let edit = 0; edit < edits; edit += 1) {
              const change = noteChange({ scope, device: device.id, record: `${scope}-note-${edit}` });
              made.push(change);
              device.edit(change);
            }
            await device.sync((request) => acceptChanges(opened.database, request, asOffice, page), {
              batch,
              isLost,
            });
          }
          for (const device of [...laptops, ...laptops]) await device.syncAll(exchange);
          for (const device of laptops) {
            const ofOthers = made.filter((change) => change.device !== device.id).map((change) => change.id);
            const cameFromOthers = [...device.came].filter(([id]) => ofOthers.includes(id));
            expect(cameFromOthers.map(([id]) => id).sort()).toEqual(ofOthers.sort());
            expect(cameFromOthers.every(([, times]) => times === 1)).toBe(true);
            expect(device.settled.size).toBe(made.length - ofOthers.length);
          }
          const states = new Set(laptops.map((device) => snapshot(device.states.values())));
          expect(states.size).toBe(1);
        }),
        { numRuns: 40 },
      );
    });
  });
}

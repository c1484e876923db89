import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change';
import type { ExchangeRequest } from '../../shared/protocol/sync';
import { acceptRequest } from '../../shared/sync/accept-request';
import type { ServerStore } from '../../shared/sync/server-store';
import { noteChange } from '../server/note-change';

export interface OpenedStore {
  readonly store: ServerStore;
  close(): Promise<void>;
}

/** What the kernel asks of a server's store; each adapter passes it. */
export function testServerStore(open: () => Promise<OpenedStore>): void {
  let opened: OpenedStore;
  let scopes = 0;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());

  const inScope = (scope: string, count: number) =>
    Array.from({ length: count }, () => noteChange({ scope }));

  const ask = (changes: readonly Change[], request: Partial<ExchangeRequest> = {}, limit = 2000) =>
    acceptRequest(
      opened.store,
      {
        protocol: 2,
        device: 'laptop-1',
        epoch: opened.store.epoch,
        cursors: {},
        views: {},
        changes: [...changes],
        ...request,
      },
      limit,
    );

  /** What a reader gets of a scope from the beginning, page by page. */
  async function readAll(scope: string, limit: number): Promise<readonly string[]> {
    const got: string[] = [];
    let from: Pick<ExchangeRequest, 'cursors' | 'views'> = { cursors: {}, views: {} };
    for (let more = true; more;) {
      const page = await ask([], from, limit);
      got.push(...page.newer.filter((change) => change.scope === scope).map(({ id }) => id));
      from = page;
      ({ more } = page);
    }
    return got;
  }

  it('numbers changes without a gap, whoever comes at the same time, and gives each once', async () => {
    const scope = `tour-${(scopes += 1)}`;
    const batches = Array.from({ length: 6 }, () => inScope(scope, 5));
    const answers = await Promise.all([...batches, ...batches].map((changes) => ask(changes)));
    expect(Math.max(...answers.map(({ cursors }) => cursors[scope] ?? 0))).toBe(30);
    const got = await readAll(scope, 7);
    expect(got).toHaveLength(30);
    expect(new Set(got)).toEqual(new Set(batches.flat().map(({ id }) => id)));
  });

  it('does all of a transaction or nothing', async () => {
    const scope = `tour-${(scopes += 1)}`;
    const [change] = inScope(scope, 1);
    if (!change) throw new Error('no change');
    const failing = opened.store.transact(async (transaction) => {
      const last = await transaction.lockScopes([scope]);
      await transaction.append([{ number: (last.get(scope) ?? 0) + 1, change }]);
      throw new Error('no further');
    });
    await expect(failing).rejects.toThrow('no further');
    expect(await readAll(scope, 10)).toEqual([]);
    expect((await ask([change])).cursors[scope]).toBe(1);
  });

  it('cuts a page where it is full, and its cursors with it', async () => {
    const scope = `tour-${(scopes += 1)}`;
    const changes = inScope(scope, 9);
    const { cursors: before, views } = await ask([]);
    await ask(changes);
    const page = await ask([], { cursors: before, views }, 4);
    expect(page.newer.map(({ id }) => id)).toEqual(changes.slice(0, 4).map(({ id }) => id));
    expect(page.cursors[scope]).toBe(4);
    expect(page.more).toBe(true);
  });

  it('gives nothing of what a laptop has put away, names it, and gives all of it to who hands in something of it', async () => {
    const [kept, gone] = [`tour-${(scopes += 1)}`, `tour-${(scopes += 1)}`];
    const changes = [...inScope(kept, 2), ...inScope(gone, 3)];
    await ask(changes);
    const of = (scope: string, answer: Awaited<ReturnType<typeof ask>>) =>
      answer.newer.filter((change) => change.scope === scope).length;
    const without = await ask([], { away: [gone] });
    expect([of(kept, without), of(gone, without)]).toEqual([2, 0]);
    expect([without.views[gone], without.cursors[gone]]).toEqual(['whole', undefined]);
    const carried = inScope(gone, 1);
    const again = await ask(carried, { away: [gone], cursors: without.cursors, views: without.views });
    expect([of(gone, again), again.cursors[gone]]).toEqual([3, 4]);
  });

  it('takes what is handed in behind a batch once the log has all of that, and nothing of it before', async () => {
    const scope = `tour-${(scopes += 1)}`;
    const [first, next] = [inScope(scope, 3), inScope(scope, 3)];
    const after = { [scope]: first.map(({ id }) => id) };
    const notTaken = { settled: [], refused: [], newer: [], cursors: {}, views: {}, more: true };
    expect(await ask(next, { after })).toMatchObject(notTaken);
    await ask(first.slice(0, 2));
    expect(await ask(next, { after })).toMatchObject(notTaken);
    expect(await ask(next, { after, epoch: 'before-the-restore' })).toMatchObject(notTaken);
    expect(await readAll(scope, 10)).toHaveLength(2);
    await ask(first);
    const numbers = { from: { [scope]: 3 }, cursors: { [scope]: 6 } };
    const settled = next.map(({ id }) => id);
    expect(await ask(next, { after })).toMatchObject({ ...notTaken, settled, ...numbers });
    // Again: nothing of it is new.
    expect(await ask(next, { after })).toMatchObject({ settled, from: {}, cursors: {} });
    expect(await readAll(scope, 10)).toEqual([...first, ...next].map(({ id }) => id));
  });

  it('waits for a batch that is under way, or takes nothing: never the next one alone', async () => {
    const scope = `tour-${(scopes += 1)}`;
    const batches = Array.from({ length: 8 }, () => inScope(scope, 5));
    const answers = await Promise.all(
      batches.map((changes, place) => {
        const before = batches[place - 1]?.map(({ id }) => id);
        return ask(changes, before && { after: { [scope]: before } });
      }),
    );
    const taken = answers.map(({ settled }) => settled.length);
    expect(taken).toEqual([...taken].toSorted((one, other) => other - one));
    const ids = batches.flat().map(({ id }) => id);
    expect(await readAll(scope, 100)).toEqual(ids.slice(0, taken.filter((count) => count > 0).length * 5));
  });

  it('takes nothing of a laptop that follows another state of this database: that begins anew, in order', async () => {
    const scope = `tour-${(scopes += 1)}`;
    const changes = inScope(scope, 2);
    expect(await ask(changes, { epoch: 'before-the-restore' })).toMatchObject({ settled: [], refused: [] });
    expect(await readAll(scope, 10)).toEqual([]);
    // Who has met no server yet has no order to keep.
    expect((await ask(changes, { epoch: null })).settled).toHaveLength(2);
  });
}

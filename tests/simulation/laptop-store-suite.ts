import { expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change';
import { succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { catchUp } from '../../shared/sync/catch-up';
import type { LaptopStore } from '../../shared/sync/laptop-store';
import { exchangeWithHub } from '../../shared/sync/exchange-with-hub';
import { removeLost } from '../../shared/sync/remove-lost';
import { startOver } from '../../shared/sync/start-over';
import { unsentOf } from '../../shared/sync/unsent-of';
import { takeBundle } from './take-bundle';
import { changeOf } from './change-of';
import { testOwnHub } from './own-hub-suite';
import { testWithheld } from './withheld-suite';
import { takeReply } from '../../shared/sync/take-reply';

/** What the kernel asks of a laptop's store; each adapter passes it. `open` gives a new one, level with an empty journal. */
export function testLaptopStore(open: () => Promise<LaptopStore>): void {
  const reply = {
    protocol: 2 as const,
    epoch: 'epoch-1',
    settled: [] as string[],
    refused: [],
    newer: [] as Change[],
    unread: [],
    cursors: {},
    views: {},
    more: false,
  };

  async function write(store: LaptopStore, changes: readonly Change[]): Promise<void> {
    const written = await store.append('local', changes);
    if (!written.ok) throw new Error(written.problem.code);
    await store.commit({
      merge: { local: changes },
      place: { from: written.value - changes.length, sequence: written.value },
    });
  }

  async function unsent(store: LaptopStore): Promise<readonly string[]> {
    return (await store.readUnsent()).changes.map((change) => change.id);
  }

  it('gives what waits to be sent in the order in which it was made, until it is done', async () => {
    const store = await open();
    const changes = [changeOf('t1'), changeOf('t2'), changeOf('office', 'site')];
    await write(store, changes);
    await write(store, changes);
    expect(await unsent(store)).toEqual(changes.map(({ id }) => id));
    expect(await store.findUnsent(['t1', 't3'])).toEqual(new Set(['t1']));
    await store.commit({ done: [changes[1]?.id ?? ''] });
    expect(await unsent(store)).toEqual([changes[0]?.id, changes[2]?.id]);
    expect(await store.findKnown([...changes.slice(1, 2), { id: 'never' }])).toEqual(
      new Set([changes[1]?.id]),
    );
  });

  it('takes a reply in as a whole, and what was sent and refused out of the way', async () => {
    const store = await open();
    const [mine, bad, theirs] = [changeOf('t1'), changeOf('t1'), changeOf('t1')];
    await write(store, [mine, bad]);
    const answer = {
      ...reply,
      settled: [mine.id],
      refused: [{ change: bad.id, problem: problem('change.unknown') }],
      newer: [theirs],
      cursors: { t1: 2 },
      views: { t1: 'whole' },
    };
    const taken = await takeReply(
      store,
      await store.readProgress(),
      [mine, bad].map(unsentOf),
      answer,
      'now',
    );
    expect(taken).toEqual({ ok: true, value: [] });
    expect(await unsent(store)).toEqual([]);
    expect(await store.findKnown([theirs])).toEqual(new Set([theirs.id]));
    expect(await store.readProgress()).toMatchObject({
      epoch: 'epoch-1',
      cursors: { t1: 2 },
      views: { t1: 'whole' },
    });
  });

  it('reads again from the journal what a crash kept out of the database', async () => {
    const store = await open();
    const [mine, theirs] = [changeOf('t1'), changeOf('t1')];
    await store.append('local', [mine]);
    await store.append('remote', [theirs]);
    expect(await catchUp(store, 0)).toEqual({ ok: true, value: 2 });
    expect(await unsent(store)).toEqual([mine.id]);
    expect(await store.findKnown([mine, theirs])).toEqual(new Set([mine.id, theirs.id]));
  });

  it('offers everything it knows to another database, in the order of the journal, and forgets how far it had read', async () => {
    const store = await open();
    const [mine, theirs, uponTheirs] = [changeOf('t1'), changeOf('t1'), changeOf('t1')];
    await write(store, [mine]);
    const answer = {
      ...reply,
      settled: [mine.id],
      newer: [theirs],
      cursors: { t1: 2 },
      views: { t1: 'whole' },
    };
    await takeReply(store, await store.readProgress(), [mine].map(unsentOf), answer, 'now');
    await write(store, [uponTheirs]);
    await startOver(store, 'epoch-2');
    expect(await unsent(store)).toEqual([mine.id, theirs.id, uponTheirs.id]);
    expect(await store.readProgress()).toMatchObject({ epoch: 'epoch-2', cursors: {}, views: {}, lost: [] });
  });

  it('takes a bundle twice as once, and a receipt only from the server that it goes by', async () => {
    const store = await open();
    const [mine, carried] = [changeOf('t1'), changeOf('t1')];
    await write(store, [mine]);
    const bundle = { changes: [carried], receipt: { epoch: 'epoch-1', settled: [mine.id] } };
    expect(await takeBundle(store, bundle)).toEqual({ ok: true, value: 1 });
    expect(await takeBundle(store, bundle)).toEqual({ ok: true, value: 0 });
    expect(await unsent(store)).toEqual([carried.id]);
    await takeBundle(store, { changes: [], receipt: { epoch: 'epoch-7', settled: [carried.id] } });
    expect(await unsent(store)).toEqual([carried.id]);
    expect((await store.readProgress()).epoch).toBe('epoch-1');
  });

  it('keeps a place for each hub, and the central server’s apart from them', async () => {
    const store = await open();
    const [mine, theirs] = [changeOf('t1'), changeOf('t1')];
    await write(store, [mine]);
    expect(await store.readHub()).toMatchObject({ epoch: null, handed: 0 });
    const progress = {
      epoch: 'hub-1',
      cursors: { t1: 1 },
      views: { t1: 'whole' },
      handed: 1,
      lastContact: 'now',
    };
    await store.commit({ merge: { local: [theirs] }, hub: { progress, given: [mine], got: [theirs] } });
    expect(await store.readHub()).toEqual(progress);
    expect(await unsent(store)).toEqual([mine.id, theirs.id]);
    expect((await store.readProgress()).epoch).toBe(null);
    await store.commit({ hub: { progress: await store.readHub('hub-2'), given: [], got: [] } });
    expect(await store.readHub()).toMatchObject({ epoch: 'hub-2', cursors: {}, handed: 0 });
    expect(await store.readHub('hub-1')).toEqual(progress);
  });

  it('hands the hub what it carries and nothing else, and what was passed over when it carries more', async () => {
    const store = await open();
    const [shared, private_, theirs] = [changeOf('t1'), changeOf('t2'), changeOf('t1')];
    await write(store, [private_, shared]);
    const given: string[][] = [];
    let views: Readonly<Record<string, string>> = { t1: 'whole' };
    let newer: Change[] = [theirs];
    const meet = async () => {
      for (let isMore = true; isMore;) {
        const done = await exchangeWithHub(store, {
          ask: ({ changes, epoch }) => {
            given.push(changes.map(({ id }) => id));
            const answer = { ...reply, epoch: 'hub-1', views, newer: epoch === null ? [] : newer };
            newer = epoch === null ? newer : [];
            return Promise.resolve(succeed(answer));
          },
          queue: (task) => task(),
          now: () => 'now',
        });
        isMore = done.ok && done.value.more;
      }
    };
    await meet();
    expect(given.flat()).toEqual([shared.id, theirs.id]);
    given.length = 0;
    views = { t1: 'whole', t2: 'whole' };
    await meet();
    expect(given.flat()).toContain(private_.id);
    expect(await unsent(store)).toEqual([private_.id, shared.id, theirs.id]);
    given.length = 0;
    await meet();
    expect(given).toEqual([[]]);
  });

  it('is brought nothing by a hub of what the central server took away, and all of it once it is given back', async () => {
    const store = await open();
    const [theirs, late, other] = [changeOf('t2'), changeOf('t2'), changeOf('t1')];
    const both = { t1: 'whole', t2: 'whole' };
    const hear = async (views: Readonly<Record<string, string>>, newer: Change[] = []) =>
      takeReply(store, await store.readProgress(), [], { ...reply, newer, views }, 'now');
    const hubLog = [theirs, late, other];
    const meetHub = async () => {
      for (let isMore = true; isMore;) {
        const done = await exchangeWithHub(store, {
          ask: ({ cursors }) => {
            const newer = hubLog.filter(({ scope }) => (cursors[scope] ?? 0) === 0);
            const after = { t1: 1, t2: 2 };
            return Promise.resolve(succeed({ ...reply, epoch: 'hub-1', newer, cursors: after, views: both }));
          },
          queue: (task) => task(),
          now: () => 'now',
        });
        isMore = done.ok && done.value.more;
      }
    };
    const known = async () => [...(await store.findKnown(hubLog))].sort();
    await hear(both, [theirs]);
    await hear({ t1: 'whole' });
    await meetHub();
    expect(await known()).toEqual([theirs.id, other.id].sort());
    await removeLost(store, ['t2']);
    await meetHub();
    expect(await known()).toEqual([other.id]);
    expect((await store.readProgress()).taken).toEqual(['t2']);
    await hear(both);
    await meetHub();
    expect(await known()).toEqual(hubLog.map(({ id }) => id).sort());
    expect(await store.readProgress()).toMatchObject({ lost: [], taken: [] });
  });

  it('removes what it may no longer read once that is sent, and asks before it is much', async () => {
    const store = await open();
    const keeps = Array.from({ length: 30 }, () => changeOf('t1', 'stop'));
    const goes = [changeOf('t2', 'stop'), changeOf('t2')];
    const late = changeOf('t2');
    const both = { t1: 'whole', t2: 'whole' };
    const first = { ...reply, newer: [...keeps, ...goes], cursors: { t1: 30, t2: 2 }, views: both };
    await takeReply(store, await store.readProgress(), [], first, 'now');
    await write(store, [late]);
    const second = { ...reply, cursors: { t1: 30 }, views: { t1: 'whole' } };
    const lost = await takeReply(store, await store.readProgress(), [], second, 'now');
    expect(lost).toEqual({ ok: true, value: ['t2'] });
    expect(await removeLost(store, [])).toMatchObject({ waiting: ['t2'], remove: [] });
    await store.commit({ done: [late.id] });
    expect(await removeLost(store, [])).toMatchObject({ waiting: [], remove: ['t2'], question: null });
    expect(await store.findKnown(goes)).toEqual(new Set());
    expect(await store.countVisits(['t1', 't2'])).toEqual({ all: 30, lost: 30 });

    const third = { ...reply, cursors: {}, views: {} };
    await takeReply(store, await store.readProgress(), [], third, 'now');
    const visits = { all: 30, lost: 30 };
    expect(await removeLost(store, [])).toEqual({ waiting: [], remove: [], question: visits });
    expect(await store.countVisits([])).toMatchObject({ all: 30 });
    const kept = changeOf('t1');
    await write(store, [kept]);
    await store.commit({
      done: [kept.id],
      refused: [{ change: kept, problem: problem('change.forbidden') }],
    });
    await removeLost(store, ['t1', 't2']);
    // A database made again, and another server, are given what the journal holds.
    expect(await store.readJournal(0)).toMatchObject({ ok: true, value: [{ change: { id: kept.id } }] });
    await write(store, [changeOf('t3')]);
    expect(await catchUp(store, 0)).toEqual({ ok: true, value: 2 });
    expect(await store.countVisits([])).toMatchObject({ all: 0 });
    expect((await store.readProgress()).lost).toEqual([]);
  });

  it('gives a change that was taken back no place any more, also when the journal is read again or handed to another server', async () => {
    const store = await open();
    const [kept, gone] = [changeOf('t1'), changeOf('t1')];
    await write(store, [kept, gone]);
    const told = await store.append('discarded', [gone]);
    await store.commit({ discarded: [gone] });
    expect(await unsent(store)).toEqual([kept.id]);
    await catchUp(store, 0);
    expect(await unsent(store)).toEqual([kept.id]);
    await startOver(store, 'epoch-2');
    expect(await unsent(store)).toEqual([kept.id]);
    expect(told).toEqual({ ok: true, value: 3 });
  });

  it('takes nothing away on the word of another database', async () => {
    const store = await open();
    const first = { ...reply, newer: [changeOf('t1', 'stop')], cursors: { t1: 1 }, views: { t1: 'whole' } };
    await takeReply(store, await store.readProgress(), [], first, 'now');
    await startOver(store, 'epoch-2');
    const empty = { ...reply, epoch: 'epoch-2' };
    await takeReply(store, await store.readProgress(), [], empty, 'now');
    await removeLost(store, ['t1']);
    expect(await store.countVisits([])).toMatchObject({ all: 1 });
  });

  testOwnHub(open, { reply, unsent });
  testWithheld(open, { reply, write, unsent });
}

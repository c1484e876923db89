import { expect, it } from 'vitest';
import { problem } from '../../shared/problems';
import type { LaptopStore } from '../../shared/sync/laptop-store';
import { bringAgain, putAway } from '../../shared/sync/put-away';
import type { ReadReply } from '../../shared/sync/read-reply';
import { removeLost } from '../../shared/sync/remove-lost';
import { takeReply } from '../../shared/sync/take-reply';
import { changeOf } from './change-of';

/** What a person puts away; each adapter passes it. */
export function testPutAway(open: () => Promise<LaptopStore>): void {
  const reply: ReadReply = {
    protocol: 2,
    epoch: 'epoch-1',
    settled: [],
    refused: [],
    newer: [],
    unread: [],
    cursors: {},
    views: {},
    more: false,
  };

  it('puts away what the server has whole, has it again from its beginning, and goes on with it after a stop', async () => {
    const store = await open();
    const tours = { t1: 'whole', t2: 'whole' };
    const [tour, theirs] = [{ ...changeOf('t1', 'tour'), record: 't1' }, changeOf('t1')];
    const first = {
      ...reply,
      newer: [tour, theirs, changeOf('t2')],
      cursors: { t1: 2, t2: 1 },
      views: tours,
    };
    const take = async (answer: ReadReply) => {
      await takeReply(store, await store.readProgress(), [], answer, 'now');
      return store.readProgress();
    };
    expect(await putAway(store, 't1')).toMatchObject({ ok: false, problem: { code: 'tour.notAtServer' } });
    await take(first);
    const refusal = { problem: problem('change.forbidden') };
    const waiting = changeOf('t1');
    for (const step of [
      { merge: { local: [waiting] } },
      { done: [waiting.id], refused: [{ change: waiting, ...refusal }] },
      { settled: [waiting.id], unread: [{ ...changeOf('t1'), id: 'of-later' }] },
    ]) {
      await store.commit(step);
      expect(await putAway(store, 't1')).toMatchObject({ ok: false, problem: { code: 'tour.onlyHere' } });
      expect(await store.findKnown([theirs])).toEqual(new Set([theirs.id]));
    }
    await removeLost(store, []);
    await store.removeScopes(['t1']);
    await take(first);
    expect(await putAway(store, 't1')).toEqual({ ok: true, value: null });
    expect(await store.findKnown([tour, theirs])).toEqual(new Set());
    expect(await store.readProgress()).toMatchObject({ cursors: { t2: 1 }, lost: [], away: ['t1'] });

    const without = { ...first, newer: [], cursors: { t2: 1 } };
    expect((await take(without)).away).toEqual(['t1']);
    await bringAgain(store, 't1');
    expect(await take(first)).toMatchObject({ cursors: { t1: 2, t2: 1 }, lost: [], away: [] });
    expect(await store.findKnown([theirs])).toEqual(new Set([theirs.id]));

    // Stopped before anything went: it goes after the next reply, and nobody is asked again.
    await store.commit({ progress: { cursors: { t2: 1 }, lost: ['t1'], away: ['t1'] } });
    expect((await take(without)).lost).toEqual(['t1']);
    expect(await removeLost(store, [])).toMatchObject({ remove: ['t1'], question: null });
    expect((await store.readProgress()).away).toEqual(['t1']);
    // Something of it came by a stick, and was handed in: the server gives the rest, and it is here again.
    expect((await take(first)).away).toEqual([]);
    await putAway(store, 't1');
    expect((await take({ ...without, views: { t1: 'whole', t2: 'whole' } })).away).toEqual(['t1']);
    const { t2 } = tours;
    expect((await take({ ...without, views: { t2 } })).away).toEqual([]);
  });

  it('has a tour again of which a stick brought words that the server has already', async () => {
    const store = await open();
    const carried = changeOf('t1');
    await store.commit({
      progress: { epoch: 'epoch-1', views: { t1: 'whole', t2: 'whole' }, away: ['t1', 't2'] },
    });
    await store.commit({ merge: { local: [carried] } });
    // Handed in for its writer, before any exchange.
    await store.commit({ done: [carried.id], settled: [carried.id] });
    expect((await store.readProgress()).away).toEqual(['t2']);

    await store.commit({ progress: { lost: ['t2'] } });
    await store.commit({ merge: { local: [changeOf('t2')] } });
    expect((await store.readProgress()).away).toEqual(['t2']);
  });
}

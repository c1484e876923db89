import { expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change';
import { succeed } from '../../shared/outcome';
import { exchangeWithHub } from '../../shared/sync/exchange-with-hub';
import type { LaptopStore } from '../../shared/sync/laptop-store';
import type { ReadReply } from '../../shared/sync/read-reply';
import { bringAgain, putAway } from '../../shared/sync/put-away';
import { removeLost } from '../../shared/sync/remove-lost';
import { takeReply } from '../../shared/sync/take-reply';
import { changeOf } from './change-of';

interface Given {
  readonly reply: ReadReply;
  unsent(store: LaptopStore): Promise<readonly string[]>;
}

/** What each adapter does with a lost tour that the hub on this laptop still holds. */
export function testOwnHub(open: () => Promise<LaptopStore>, { reply, unsent }: Given): void {
  it('is brought by its own hub what others gave that of a lost tour, hands it on, and then lets it go', async () => {
    const store = await open();
    const [known, late, later] = [changeOf('t2'), changeOf('t2'), changeOf('t2')];
    const both = { t1: 'whole', t2: 'whole' };
    const hear = async (views: Readonly<Record<string, string>>, newer: Change[] = []) =>
      takeReply(store, await store.readProgress(), [], { ...reply, newer, views }, 'now');
    const hubLog: Change[] = [];
    const meetHub = async (isOwn: boolean) => {
      for (let isMore = true; isMore;) {
        const done = await exchangeWithHub(
          store,
          {
            ask: ({ cursors }) => {
              const newer = hubLog.slice(cursors['t2'] ?? 0);
              const after = { t1: 1, t2: hubLog.length };
              return Promise.resolve(
                succeed({ ...reply, epoch: 'hub-1', newer, cursors: after, views: both }),
              );
            },
            queue: (task) => task(),
            now: () => 'now',
          },
          isOwn,
        );
        isMore = done.ok && done.value.more;
      }
    };
    await hear(both, [known]);
    await meetHub(true);
    await hear({ t1: 'whole' });
    // Its hub still holds the tour: nothing goes before that was looked through.
    expect(await removeLost(store, ['t2'], ['t2'])).toMatchObject({ waiting: ['t2'], remove: [] });
    hubLog.push(late);
    await meetHub(true);
    expect(await unsent(store)).toEqual([late.id]);
    expect(await removeLost(store, ['t2'])).toMatchObject({ waiting: ['t2'], remove: [] });
    await store.commit({ done: [late.id] });
    await removeLost(store, ['t2']);
    expect(await store.readProgress()).toMatchObject({ lost: [], taken: ['t2'] });
    // The hub was off meanwhile and had something more: it is handed on, and goes as well.
    hubLog.push(later);
    await meetHub(true);
    expect(await unsent(store)).toEqual([later.id]);
    expect((await store.readProgress()).lost).toEqual(['t2']);
    await store.commit({ done: [later.id] });
    await removeLost(store, ['t2']);
    expect(await store.findKnown([known, late, later])).toEqual(new Set());
    // Another's hub would bring nothing of it.
    const passedOver = changeOf('t2');
    hubLog.push(passedOver);
    await meetHub(false);
    expect(await unsent(store)).toEqual([]);
    // Where it was taken for another's, what was passed over then comes all the same.
    expect((await store.readHub()).isWhole).toBeUndefined();
    await meetHub(true);
    expect((await store.readHub()).isWhole).toBe(true);
    expect(await store.findKnown([passedOver])).toEqual(new Set([passedOver.id]));
  });

  it('what its own hub brings late of a tour that was put away is handed on, and goes: nobody asked for the tour', async () => {
    const store = await open();
    const [known, late, rest] = [changeOf('t2'), changeOf('t2'), changeOf('t2')];
    const views = { t1: 'whole', t2: 'whole' };
    const hear = async (more: Partial<ReadReply>) =>
      takeReply(store, await store.readProgress(), [], { ...reply, newer: [], views, ...more }, 'now');
    await hear({ newer: [known], cursors: { t1: 1, t2: 1 } });
    const { epoch } = await store.readProgress();
    expect(await putAway(store, 't2')).toMatchObject({ ok: true });
    const hub = { ...reply, epoch: 'hub-1', newer: [late], cursors: { t1: 1, t2: 1 }, views };
    const road = { ask: () => Promise.resolve(succeed(hub)), now: () => 'now' };
    const meetHub = () => exchangeWithHub(store, { ...road, queue: (task) => task() }, true);
    // The first answer is of a hub that was not known.
    await meetHub();
    await meetHub();
    expect(await store.readProgress()).toMatchObject({ away: ['t2'], lost: ['t2'] });
    expect(await unsent(store)).toEqual([late.id]);
    // The server gives the rest of a tour to whoever sends words of it.
    await store.commit({ done: [late.id] });
    await hear({ newer: [rest], cursors: { t1: 1, t2: 3 } });
    expect(await store.readProgress()).toMatchObject({
      epoch,
      away: ['t2'],
      lost: ['t2'],
      cursors: { t1: 1 },
    });
    await removeLost(store, []);
    expect(await store.findKnown([known, late, rest])).toEqual(new Set());
    const left = await store.readProgress();
    expect([left.away, left.lost, left.taken]).toEqual([['t2'], [], ['t2']]);
    // By a click it is here again.
    await bringAgain(store, 't2');
    await hear({ newer: [known, late, rest], cursors: { t1: 1, t2: 3 } });
    expect(await store.readProgress()).toMatchObject({ away: [], taken: [], cursors: { t2: 3 } });
    expect((await store.findKnown([known, late, rest])).size).toBe(3);
  });
}

import { expect, it } from 'vitest';
import type { Change } from '../../shared/changes/change';
import { succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { catchUp } from '../../shared/sync/catch-up';
import { exchangeWithHub } from '../../shared/sync/exchange-with-hub';
import type { LaptopStore } from '../../shared/sync/laptop-store';
import type { ReadReply } from '../../shared/sync/read-reply';
import { startOver } from '../../shared/sync/start-over';
import { changeOf } from './change-of';

interface Given {
  readonly reply: ReadReply;
  write(store: LaptopStore, changes: readonly Change[]): Promise<void>;
  unsent(store: LaptopStore): Promise<readonly string[]>;
}

/** What each adapter does with entries of the journal that main says are withheld. */
export function testWithheld(open: () => Promise<LaptopStore>, { reply, write, unsent }: Given): void {
  it('passes on nothing of what was refused of a carried page: to no hub, to no other database, nor when it is made again', async () => {
    const bare = await open();
    const [own, carried, back] = [changeOf('t1'), changeOf('t1'), changeOf('t1')];
    const why = problem('bundle.signerRevoked');
    const store: LaptopStore = {
      ...bare,
      async readJournal(after) {
        const page = await bare.readJournal(after);
        if (!page.ok) return page;
        const held = [carried.id, back.id];
        return succeed(
          page.value.map((entry) =>
            entry.origin === 'local' && held.includes(entry.change.id) ? { ...entry, withheld: why } : entry,
          ),
        );
      },
    };
    const given = async (from: LaptopStore) => {
      const asked: string[] = [];
      const hub = { ...reply, epoch: 'hub-1', views: { t1: 'whole' }, cursors: { t1: 0 } };
      for (let more = true; more;) {
        const exchanged = await exchangeWithHub(from, {
          ask: async ({ changes }) => {
            asked.push(...changes.map(({ id }) => id));
            return succeed({ ...hub, settled: changes.map(({ id }) => id) });
          },
          queue: (task) => task(),
          now: () => 'now',
        });
        more = exchanged.ok && exchanged.value.more;
      }
      return new Set(asked);
    };
    await write(store, [own, carried, back]);
    await store.append('discarded', [back]);
    await store.commit({ done: [carried.id, back.id], discarded: [back] });
    expect(await given(store)).toEqual(new Set([own.id]));
    await startOver(store, 'epoch-2');
    expect(await unsent(store)).toEqual([own.id]);
    await catchUp(store, 0);
    expect(await unsent(store)).toEqual([own.id]);
    expect(await store.findHeld(['t1'])).toEqual(new Set(['t1']));
    // Without the mark all of it goes out.
    await startOver(bare, 'epoch-3');
    expect(await unsent(bare)).toEqual([own.id, carried.id]);
  });
}

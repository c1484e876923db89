import { type Outcome, succeed } from '../../../shared/outcome';
import type { BridgeOutput } from '../../../shared/protocol/bridge';
import type { Seal } from '../../../shared/sealing/seal';
import { callBridge } from '../call-bridge';
import type { Database } from '../database';
import { laptopStoreOn } from '../laptop-store';
import type { Queue } from '../one-at-a-time';
import { findInOutbox } from '../outbox/find-in-outbox';

type Page = NonNullable<BridgeOutput<'bundles.handIn'>['page']>;

/**
 * Hands in what bundles brought from other laptops, page by page, until none waits. What the server took or refused leaves the outbox,
 * where it waited as if it were this laptop's own; what it cannot tell whose it is stays there.
 */
export async function handInCarried(database: Database, seal: Seal, queue: Queue): Promise<Outcome<null>> {
  for (;;) {
    const answered = await callBridge('bundles.handIn', {});
    if (!answered.ok) return answered;
    const { page } = answered.value;
    if (!page) return succeed(null);
    await queue(() => take(database, seal, page));
    const noted = await callBridge('bundles.handedIn', { handed: page.handed });
    if (!noted.ok) return noted;
  }
}

async function take(database: Database, seal: Seal, { settled, refused }: Page): Promise<void> {
  const why = new Map(refused.map(({ change, problem }) => [change, problem]));
  const waiting = await findInOutbox(database, seal, [...why.keys()]);
  const held = waiting.flatMap((change) => {
    const problem = why.get(change.id);
    return problem ? [{ change, problem, isWithheld: true }] : [];
  });
  await laptopStoreOn(database, seal).commit({
    done: [...settled, ...held.map(({ change }) => change.id)],
    settled,
    refused: held,
  });
}

import { type Outcome, succeed } from '../../../shared/outcome';
import type { Seal } from '../../../shared/sealing/seal';
import { callBridge } from '../call-bridge';
import type { Database } from '../database';
import { laptopStoreOn } from '../laptop-store';
import type { Queue } from '../one-at-a-time';
import { findInOutbox } from '../outbox/find-in-outbox';
import { followToEnd } from './follow-to-end';

/**
 * Brings the database level with what main withholds: what is held leaves the outbox and stands among what was refused, with its reason; what was
 * let go is told again in the journal, and waits to be sent. `known` is the version that it was level with; gives that of now.
 */
export async function followWithheld(
  database: Database,
  seal: Seal,
  queue: Queue,
  known: number | null,
): Promise<Outcome<number>> {
  const answered = await callBridge('bundles.withheld', { version: known });
  if (!answered.ok) return answered;
  const { version, held } = answered.value;
  if (held === null) return succeed(version);
  const why = new Map(held.map(({ change, problem }) => [change, problem]));
  await queue(async () => {
    const waiting = await findInOutbox(database, seal, [...why.keys()]);
    const refused = waiting.flatMap((change) => {
      const problem = why.get(change.id);
      return problem ? [{ change, problem, isWithheld: true }] : [];
    });
    if (refused.length === 0) return;
    await laptopStoreOn(database, seal).commit({ done: refused.map(({ change }) => change.id), refused });
  });
  const followed = await followToEnd(database, seal, queue);
  return followed.ok ? succeed(version) : followed;
}

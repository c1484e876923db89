import { type Outcome, fail, succeed } from '../outcome';
import { problem } from '../problems';
import type { LaptopStore } from './laptop-store';

/**
 * Takes a tour off this laptop that the server has whole, to be had again at any time. To be called right after an exchange with that
 * server, and where no save comes in between: only what somebody else holds may go. That it is away is known before anything goes, so that
 * a stop in between goes on with it, and the cursor with it, so that what comes back comes from its beginning. What is `held` is on its
 * way out and goes later, with what is lost (`removeLost`).
 */
export async function putAway(
  store: LaptopStore,
  scope: string,
  held: readonly string[] = [],
): Promise<Outcome<null>> {
  const { epoch, cursors, lost, away } = await store.readProgress();
  const { [scope]: cursor, ...others } = cursors;
  if (epoch === null || cursor === undefined) return fail(problem('tour.notAtServer'));
  if ((await store.findHeld([scope])).has(scope)) return fail(problem('tour.onlyHere'));
  await store.commit({
    progress: { cursors: others, lost: [...new Set([...lost, scope])], away: [...new Set([...away, scope])] },
  });
  return held.includes(scope) ? succeed(null) : store.removeScopes([scope]);
}

/** The next exchange brings it again, from its beginning. Where it was still on its way out, that reply says whether it may stay as it is. */
export async function bringAgain(store: LaptopStore, scope: string): Promise<Outcome<null>> {
  const { away } = await store.readProgress();
  await store.commit({ progress: { away: away.filter((each) => each !== scope) }, again: [scope] });
  return succeed(null);
}

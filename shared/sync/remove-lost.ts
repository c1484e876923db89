import type { LaptopStore } from './laptop-store';
import { type RemovalPlan, planRemoval } from './plan-removal';

/**
 * Removes what this laptop may no longer read, once what is unsent of it has gone and, where it is much, a person has agreed to it.
 * `held` is what this laptop's own hub still holds: it is handed on, and dropped there, first. `agreed` is what lay before that person:
 * what was lost since is asked about anew. What was put away was agreed to then. To be called where no save comes in between.
 */
export async function removeLost(
  store: LaptopStore,
  agreed: readonly string[],
  held: readonly string[] = [],
): Promise<RemovalPlan> {
  const { lost, away } = await store.readProgress();
  if (lost.length === 0) return { waiting: [], remove: [], question: null };
  const unsent = new Set([...(await store.findUnsent(lost)), ...held]);
  const ready = lost.filter((scope) => !unsent.has(scope));
  const certain = ready.filter((scope) => agreed.includes(scope) || away.includes(scope));
  const left = lost.filter((scope) => !certain.includes(scope));
  const asked = left.filter((scope) => !unsent.has(scope));
  const plan = planRemoval(left, unsent, await store.countVisits(asked));
  const remove = [...certain, ...plan.remove];
  const removed = remove.length > 0 ? await store.removeScopes(remove) : null;
  // They are looked at again after the next exchange.
  if (removed?.ok === false) return { waiting: lost, remove: [], question: null };
  // What is left is compared with what is left.
  const visits = plan.question && (await store.countVisits(asked));
  return { ...plan, remove, question: visits };
}

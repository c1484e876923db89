import type { LaptopStore } from './laptop-store';
import { type RemovalPlan, planRemoval } from './plan-removal';

/**
 * Removes what this laptop may no longer read, once what is unsent of it has gone and, where it is much, a person has agreed.
 * To be called where no save comes in between.
 */
export async function removeLost(store: LaptopStore, isConfirmed: boolean): Promise<RemovalPlan> {
  const { lost } = await store.readProgress();
  if (lost.length === 0) return { waiting: [], remove: [], question: null };
  const unsent = await store.findUnsent(lost);
  const ready = lost.filter((scope) => !unsent.has(scope));
  const plan = planRemoval(lost, unsent, await store.countVisits(ready));
  const remove = isConfirmed ? ready : plan.remove;
  const removed = remove.length > 0 ? await store.removeScopes(remove) : null;
  // They are looked at again after the next exchange.
  if (removed?.ok === false) return { waiting: lost, remove: [], question: null };
  return isConfirmed ? { ...plan, remove, question: null } : plan;
}

import { type Outcome, fail } from '../../shared/outcome';
import { problem } from '../../shared/problems';

/** What a person asked for and waits for is not done later by itself, as a sync is: a server that is away is said in other words. */
export function asAsked<T>(outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok || outcome.problem.code !== 'server.unreachable') return outcome;
  return fail(problem('server.noAnswer'));
}

import { type Problem, problem } from '../../shared/problems';

/** A failure of the window's database as people are told of it. */
export function databaseProblem(error: unknown): Problem {
  const code = error instanceof Error ? error.name : 'IndexedDB';
  return code === 'QuotaExceededError' ? problem('disk.full') : problem('disk.failed', { code });
}

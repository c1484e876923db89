import { errorCode } from '../../shared/node/durable-file';
import { type Problem, problem } from '../../shared/problems';

/** A failed write as people are told of it. Anything without a system code is a bug and is thrown on. */
export function diskProblem(error: unknown): Problem {
  const code = errorCode(error);
  if (code === '') throw error;
  return code === 'ENOSPC' || code === 'EDQUOT' ? problem('disk.full') : problem('disk.failed', { code });
}

import { errorCode } from '../../shared/node/durable-file';
import { type Problem, problem } from '../../shared/problems';

/** A stick or a share that failed, as people are told of it. Anything without a system code is a bug and is thrown on. */
export function mediumProblem(error: unknown, file: string): Problem {
  const code = errorCode(error);
  if (code === '') throw error;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return problem('bundle.mediumFull', { file });
  return problem('bundle.mediumGone', { file, code });
}

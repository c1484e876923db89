import { type Problem, describeProblem } from '../shared/problems';

/** Tells whoever looks after the server, in both languages. */
export function sayProblem(problem: Problem): void {
  for (const language of ['zh', 'en'] as const)
    process.stderr.write(`${describeProblem(problem, language)}\n`);
}

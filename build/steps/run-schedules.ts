import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Summary } from '../../tests/simulation/run-schedules';
import { projectRoot } from './project-root';
import { runInLanes } from './run-in-lanes';
import { runProgram } from './run-program';
import { type StageResult, oneCheck } from './stage-result';

/** Schedules that one process does before it tells what came of them. */
const perProcess = 2000;

export interface Schedules {
  /** Of the first; the others follow it. */
  readonly seed: number;
  readonly count: number;
}

/** Simulates as many schedules as asked, on all cores, and prints how many converged, how many values were lost, and which seeds failed. */
export async function runSchedules({ seed, count }: Schedules): Promise<StageResult> {
  const starts = Array.from({ length: Math.ceil(count / perProcess) }, (_, place) => place * perProcess);
  const summaries: Summary[] = [];
  const broken: string[] = [];
  const tasks = starts.map((start) => async () => {
    const some = Math.min(perProcess, count - start);
    const args = ['--seed', String(seed + start), '--schedules', String(some)];
    const script = join(projectRoot(), 'dist/scripts/schedules.js');
    const { code, output } = await runProgram(process.execPath, [script, ...args]);
    if (code === 0) summaries.push(JSON.parse(output) as Summary);
    else broken.push(output);
  });
  await runInLanes(availableParallelism(), tasks);
  const sum = (of: (summary: Summary) => number) => summaries.reduce((all, one) => all + of(one), 0);
  const failing = summaries.flatMap((summary) => summary.failing).sort((a, b) => a.seed - b.seed);
  const lines = [
    `schedules ${sum(({ schedules }) => schedules)}, from seed ${seed}`,
    `converged ${sum(({ converged }) => converged)}`,
    `lost values ${sum(({ lost }) => lost)}`,
    `failing seeds ${failing.map((one) => one.seed).join(', ') || 'none'}`,
    ...failing.slice(0, 20).map((one) => `  ${one.seed}: ${one.faults.join('; ')}`),
    ...broken,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  const missing = summaries.length < starts.length || !(count > 0) ? 1 : 0;
  return oneCheck('schedules', failing.length + missing, lines.join('\n'));
}

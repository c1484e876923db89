import { createHash } from 'node:crypto';
import { type ScheduleOptions, runSchedule } from './run-schedule';

/** What came of many schedules. */
export interface Summary {
  readonly schedules: number;
  readonly converged: number;
  /** Values that were typed and saved and are in no log. */
  readonly lost: number;
  readonly failing: readonly { readonly seed: number; readonly faults: readonly string[] }[];
  /** Of all traces, in order: the same seeds give the same. */
  readonly trace: string;
}

/** Runs `count` schedules, the seeds one after another; all of them, whatever fails. */
export async function runSchedules(
  seed: number,
  count: number,
  options: ScheduleOptions = {},
): Promise<Summary> {
  const failing: { readonly seed: number; readonly faults: readonly string[] }[] = [];
  const traces = createHash('sha256');
  let lost = 0;
  for (let next = seed; next < seed + count; next += 1) {
    const result = await runSchedule(next, options);
    traces.update(result.trace);
    lost += result.lost;
    if (result.faults.length > 0) failing.push({ seed: next, faults: result.faults.slice(0, 5) });
  }
  const trace = traces.digest('hex').slice(0, 16);
  return { schedules: count, converged: count - failing.length, lost, failing, trace };
}

import { readFileSync } from 'node:fs';
import { askReader } from '../../../electron/tables/ask-reader';
import type { ReadTables } from '../../../electron/tables/parse-tables';
import { isReady } from '../../../electron/tables/open-table-reader';
import { startForkedReader } from '../../../electron/tables/start-forked-reader';

/** Reads many files through one process, which is looked at after each. One that ended is replaced, and counted. */
export function batchReader(script: string): {
  readonly read: ReadTables;
  readonly ends: () => number;
  /** Most memory that any of the processes ever held, as the kernel counts it. */
  readonly peakMegabytes: () => number;
  readonly slowestMillis: () => number;
  readonly close: () => void;
} {
  let reader: ReturnType<ReturnType<typeof startForkedReader>> | null = null;
  let ends = 0;
  let peak = 0;
  let slowest = 0;
  async function started() {
    if (reader !== null) return reader;
    const fresh = startForkedReader(script)();
    if (!(await isReady(fresh))) throw new Error('the reader did not start');
    reader = fresh;
    return fresh;
  }
  return {
    read: async (file) => {
      const process = await started();
      const begun = performance.now();
      const outcome = await askReader(process, file, 5000);
      if (!outcome.ok && ['table.tooSlow', 'table.tooHeavy'].includes(outcome.problem.code)) {
        reader = null;
        ends += 1;
      }
      slowest = Math.max(slowest, performance.now() - begun);
      peak = Math.max(peak, peakOf(process.pid ?? 0));
      return outcome;
    },
    ends: () => ends,
    peakMegabytes: () => peak,
    slowestMillis: () => slowest,
    close: () => {
      reader?.kill();
    },
  };
}

function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // It has just been killed, or the system has no such files.
    return 0;
  }
}

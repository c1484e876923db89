import type { Page } from '@playwright/test';
import { machinePace } from './machine-pace';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the processor: what other programs of the machine take in between does not count. */
  readonly tdur?: number;
  /** Microseconds by the wall. */
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * The longest that one task kept the window's thread busy during a deed, in milliseconds of processor time at the pace of the machine
 * on which the limits were set: for so long a key waits there when nothing else is done. Told by Chromium's own trace.
 */
export async function longestTask(page: Page, deed: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const windows = new Set<string>();
  const longest = new Map<string, number>();
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) {
      const thread = `${event.pid} ${event.tid}`;
      if (event.args?.name === 'CrRendererMain') windows.add(thread);
      if (tasks.has(event.name)) longest.set(thread, Math.max(longest.get(thread) ?? 0, busyFor(event)));
    }
  });
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', 'toplevel', '__metadata'] },
    transferMode: 'ReportEvents',
  });
  await deed();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const busy = [...windows].map((thread) => longest.get(thread) ?? 0);
  if (Math.max(0, ...busy) === 0) throw new Error('the trace tells of no task of the window');
  return Math.max(...busy) / 1000 / (await machinePace(page));
}

/** The clock of a thread jumps now and then on a virtual machine: 84 ms were told of a task that began and ended within 0.2. */
function busyFor({ tdur = 0, dur = tdur }: TraceEvent): number {
  return Math.min(tdur, dur);
}

const tasks = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

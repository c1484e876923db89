import { fail } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { askReader } from './ask-reader';
import type { ReadTables } from './parse-tables';
import type { ReaderProcess, StartReader } from './reader-process';

/** From the bytes to the last row. The largest file allowed takes about a second. */
const deadlineMillis = 5000;
/** A cold laptop with a virus scanner takes seconds to start anything. */
const startMillis = 20_000;

/** Reads each file in a fresh process with limits of time and memory: what a hostile one leaves behind ends with it. */
export function openTableReader(start: StartReader, deadline = deadlineMillis): ReadTables {
  return async (file) => {
    const reader = start();
    try {
      if (!(await isReady(reader))) return fail(problem('table.tooHeavy', { file: file.file }));
      return await askReader(reader, file, deadline);
    } finally {
      reader.kill();
    }
  };
}

/** Whether the process came up; its first message says so. */
export function isReady(reader: ReaderProcess): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (ready: boolean) => {
      clearTimeout(timer);
      resolve(ready);
    };
    const timer = setTimeout(() => settle(false), startMillis);
    reader.listen(
      () => settle(true),
      () => settle(false),
    );
  });
}

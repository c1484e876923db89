import { type Outcome, fail } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { isReady } from '../tables/open-table-reader';
import type { ReaderProcess, StartReader } from '../tables/reader-process';
import type { PartFile, PeekedPart } from './peek-parts';
import { type BundleTask, bundleReplySchema, peekedSchema, unpackedSchema } from './reader-messages';
import type { UnpackTask, Unpacked } from './unpack-bundle';

/** Whoever looks into bundles: a process of its own in the app. */
export interface BundleReader {
  peek(files: readonly PartFile[]): Promise<readonly PeekedPart[]>;
  unpack(task: UnpackTask, onBytes: (bytes: number) => void, signal: AbortSignal): Promise<Outcome<Unpacked>>;
}

/** Reads each bundle in a fresh process, which ends with it. There is no deadline, since a stick may be slow; a person may cancel. */
export function openBundleReader(start: StartReader): BundleReader {
  return {
    async peek(files) {
      const answered = await ask(start, { kind: 'peek', files: [...files] });
      const read = peekedSchema.safeParse(answered);
      if (read.success) return read.data;
      return files.map((one) => ({ ...one, header: fail(problem('bundle.invalid', { file: one.file })) }));
    },
    async unpack(task, onBytes, signal) {
      const answered = await ask(start, { kind: 'unpack', ...task, parts: [...task.parts] }, onBytes, signal);
      if (signal.aborted) return fail(problem('bundle.canceled'));
      const read = unpackedSchema.safeParse(answered);
      return read.success ? read.data : fail(problem('bundle.invalid', { file: task.parts[0]?.file ?? '' }));
    },
  };
}

/** The answer of a process; null where it ended or said what no reader says. */
async function ask(
  start: StartReader,
  task: BundleTask,
  onBytes: (bytes: number) => void = () => {},
  signal?: AbortSignal,
): Promise<unknown> {
  const reader = start();
  try {
    return (await isReady(reader)) ? await answerOf(reader, task, onBytes, signal) : null;
  } finally {
    reader.kill();
  }
}

function answerOf(
  reader: ReaderProcess,
  task: BundleTask,
  onBytes: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<unknown> {
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(null));
    if (signal?.aborted) resolve(null);
    reader.listen(
      (message) => {
        const read = bundleReplySchema.safeParse(message);
        if (!read.success) return resolve(null);
        if (read.data.kind === 'bytes') onBytes(read.data.bytes);
        if (read.data.kind === 'done') resolve(read.data.value);
      },
      () => resolve(null),
    );
    reader.post(task);
  });
}

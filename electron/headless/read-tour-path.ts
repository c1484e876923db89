import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { errorCode } from '../../shared/node/durable-file';
import { checkTourFile } from '../../shared/tour-file/read-tour-file';
import type { TourFile } from '../../shared/tour-file/tour-file';
import { describeProblem, problem } from '../../shared/problems';
import type { CommandOutput } from './command';

/** Reads a tour file and tells every fault with its path, Chinese first. Null when it cannot be used. */
export async function readTourPath(path: string, io: CommandOutput): Promise<TourFile | null> {
  const read = await readJson(path);
  if (!read.ok) {
    io.err(`${describeProblem(read.problem, 'zh')}\n${describeProblem(read.problem, 'en')}\n`);
    return null;
  }
  const checked = checkTourFile(read.value);
  if (checked.ok) return checked.file;
  for (const { path: place, zh, en } of checked.faults) io.err(`${place}：${zh}（${en}）\n`);
  io.err(`共 ${checked.faults.length} 处错误。${checked.faults.length} fault(s).\n`);
  return null;
}

/** Bytes that are not UTF-8 are refused: read with replacement characters the names in the minutes would be wrong. */
async function readJson(path: string): Promise<Outcome<unknown>> {
  const file = basename(path);
  const bytes = await readFile(path).catch(errorCode);
  if (bytes === 'ENOENT') return fail(problem('file.notFound', { file }));
  if (typeof bytes === 'string') return fail(problem('file.unreadable', { file, fault: bytes }));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail(problem('file.notUtf8', { file }));
  }
  try {
    return succeed(JSON.parse(text));
  } catch {
    return fail(problem('file.notJson', { file }));
  }
}

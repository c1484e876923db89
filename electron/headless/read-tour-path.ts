import { readFile } from 'node:fs/promises';
import { checkTourFile } from '../../shared/tour-file/read-tour-file';
import type { TourFile } from '../../shared/tour-file/tour-file';
import { describeProblem, problem } from '../../shared/problems';
import type { CommandOutput } from './command';

/** Reads a tour file and tells every fault with its path, Chinese first. Null when it cannot be used. */
export async function readTourPath(path: string, io: CommandOutput): Promise<TourFile | null> {
  let value: unknown;
  try {
    value = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    const unreadable = problem('file.unreadable', { file: path, fault: (error as Error).message });
    io.err(`${describeProblem(unreadable, 'zh')}\n${describeProblem(unreadable, 'en')}\n`);
    return null;
  }
  const checked = checkTourFile(value);
  if (checked.ok) return checked.file;
  for (const { path: place, zh, en } of checked.faults) io.err(`${place}：${zh}（${en}）\n`);
  io.err(`共 ${checked.faults.length} 处错误。${checked.faults.length} fault(s).\n`);
  return null;
}

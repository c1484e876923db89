import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { newId } from '../../shared/ids/new-id';
import { addChecklist } from '../../shared/itinerary/add-checklist';
import { checklistFileSchema } from '../../shared/itinerary/checklist-file';
import { errorCode, writeDurably } from '../../shared/node/durable-file';
import { nodeFileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, describeProblem, problem } from '../../shared/problems';
import type { TourFile } from '../../shared/tour-file/tour-file';
import { diskProblem } from '../files/disk-problem';
import { readItinerary } from '../itinerary/read-itinerary';
import type { ReadTables } from '../tables/parse-tables';
import { readTableFile } from '../tables/read-table-file';
import type { CommandOutput } from './command';
import { faultTable } from './fault-table';
import { itinerarySummary } from './itinerary-summary';
import { readTablesHeadless } from './read-tables-headless';

const usage = '用法 usage: import <itinerary.xlsx|csv> --out <tour.json> [--checklist <checklist.json>]\n';
const id = () => newId(Date.now, randomBytes);

/** `import`: an itinerary as a tour file. One fault in a cell is enough to write nothing; all faults are listed. */
export const importCommand = async (
  args: readonly string[],
  io: CommandOutput,
  readTables: ReadTables = readTablesHeadless,
): Promise<number> => {
  const call = readArguments(args);
  if (call === null) {
    io.err(usage);
    return 2;
  }
  const bytes = await readTableFile(call.file);
  if (!bytes.ok) return tell(io, bytes.problem);
  const read = await readItinerary({ file: call.file, bytes: bytes.value, newId: id, readTables });
  if (!read.ok) return tell(io, read.problem);
  if (read.value.kind === 'faulty') {
    tell(io, problem('itinerary.faulty', { count: read.value.faults.length }));
    io.err(faultTable(read.value.faults));
    return 1;
  }
  const tour = await withChecklist(read.value.tour, call.checklist);
  if (!tour.ok) return tell(io, tour.problem);
  try {
    await writeDurably(nodeFileSystem, call.out, Buffer.from(`${JSON.stringify(tour.value, null, 2)}\n`));
  } catch (error) {
    return tell(io, diskProblem(error));
  }
  io.out(`${itinerarySummary(tour.value)}已写入 written: ${call.out}\n`);
  return 0;
};

interface ImportCall {
  readonly file: string;
  readonly out: string;
  readonly checklist: string | undefined;
}

function readArguments(args: readonly string[]): ImportCall | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, checklist: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || !values.out) return null;
    return { file, out: values.out, checklist: values.checklist };
  } catch (error) {
    if (errorCode(error).startsWith('ERR_PARSE_ARGS')) return null;
    throw error;
  }
}

async function readBytes(path: string): Promise<Outcome<Uint8Array>> {
  try {
    return succeed(await readFile(path));
  } catch (error) {
    return fail(problem('file.unreadable', { file: basename(path), fault: errorCode(error) }));
  }
}

async function withChecklist(tour: TourFile, path: string | undefined): Promise<Outcome<TourFile>> {
  if (path === undefined) return succeed(tour);
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const unreadable = (fault: string) => fail(problem('file.unreadable', { file: basename(path), fault }));
  try {
    const read = checklistFileSchema.safeParse(JSON.parse(Buffer.from(bytes.value).toString('utf8')));
    if (read.success) return succeed(addChecklist(tour, read.data, id));
    const [issue] = read.error.issues;
    return unreadable(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable('不是 JSON not JSON');
    throw error;
  }
}

function tell(io: CommandOutput, found: Problem): number {
  io.err(`${describeProblem(found, 'zh')}\n${describeProblem(found, 'en')}\n`);
  return 1;
}

import { type Outcome, fail, succeed } from '../../shared/outcome';
import { attachmentLook } from '../../shared/photos/attachment-look';
import { type Problem, type ProblemCode, problem } from '../../shared/problems';
import { type TransferSettings, knownFilesLimit } from '../../shared/protocol/transfers';
import { callBridge } from './call-bridge';
import type { Database, FileRow } from './database';
import { isWanted } from './is-wanted';

/** So many files at once: while one waits for an answer, or for a disk, others fill the line. */
const atOnce = 3;

/**
 * Sends and fetches photos and other files, small pictures first where the person wants that. A file that the server does not have
 * yet is asked for again the next time; one that fails by itself stops no other, and its row says why.
 */
export async function moveFiles(database: Database, settings: TransferSettings): Promise<Outcome<null>> {
  if (settings.paused) return succeed(null);
  const rows = inOrder(await database.files.where('state').anyOf('toSend', 'toFetch').toArray(), settings);
  if (settings.first === 'thumbs') {
    const small = rows.filter((row) => !row.hasThumb && isPicture(row));
    const moved = await severalAtOnce(small, (row) => moveThumb(database, row));
    if (!moved.ok) return moved;
  }
  const known = await settleKnown(database, rows);
  if (!known.ok) return known;
  return severalAtOnce(
    rows.filter(({ sha256 }) => !known.value.has(sha256)),
    (row) => moveOne(database, row),
  );
}

/** What the server has already, as after a tour was taken away and given back, is settled by one question for hundreds of files. */
async function settleKnown(
  database: Database,
  rows: readonly FileRow[],
): Promise<Outcome<ReadonlySet<string>>> {
  const asked = rows.filter(({ state, problem }) => state === 'toSend' && problem === undefined);
  const known = new Set<string>();
  for (let from = 0; from < asked.length; from += knownFilesLimit) {
    const hashes = asked.slice(from, from + knownFilesLimit).map(({ sha256 }) => sha256);
    const answer = await callBridge('attachments.known', { sha256: hashes });
    if (!answer.ok) return isOfTheLine(answer.problem.code) ? answer : succeed(known);
    for (const sha256 of answer.value.known) known.add(sha256);
  }
  await database.files
    .where('sha256')
    .anyOf([...known])
    .modify({ state: 'settled', problem: undefined });
  return succeed(known);
}

function inOrder(rows: readonly FileRow[], { order }: TransferSettings): FileRow[] {
  // The ids of records grow with time.
  const newest = (left: FileRow, right: FileRow) => ((left.record ?? '') < (right.record ?? '') ? 1 : -1);
  const smallest = (left: FileRow, right: FileRow) => (left.size ?? 0) - (right.size ?? 0);
  return rows.toSorted(order === 'newest' ? newest : smallest);
}

function isPicture({ mime }: FileRow): boolean {
  return mime !== undefined && attachmentLook({ mime, name: '' }) === 'picture';
}

/** Stops beginning more where one tells that no other would get through either. */
async function severalAtOnce(
  rows: readonly FileRow[],
  move: (row: FileRow) => Promise<Problem | null>,
): Promise<Outcome<null>> {
  const waiting = rows.values();
  const stopped: Problem[] = [];
  const failed: Problem[] = [];
  async function lane(): Promise<void> {
    for (const row of waiting) {
      const told = await move(row);
      if (told && isOfTheLine(told.code)) stopped.push(told);
      else if (told && !isWaiting(told.code)) failed.push(told);
      if (stopped.length > 0) return;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane));
  const [told] = [...stopped, ...failed];
  return told && told.code !== 'attachment.paused' ? fail(told) : succeed(null);
}

function isOfTheLine(code: ProblemCode): boolean {
  return /^(server|office|disk|device|account)\./.test(code) || code === 'attachment.paused';
}

/** The file is not where it is asked for yet; it will be. */
function isWaiting(code: ProblemCode): boolean {
  return ['attachment.unknown', 'attachment.lost', 'attachment.recordRefused'].includes(code);
}

async function moveOne(database: Database, row: FileRow): Promise<Problem | null> {
  if (!(await isWanted(database, database.files, row.sha256))) return null;
  const moved = (await isRefused(database, row))
    ? fail(problem('attachment.recordRefused'))
    : await moveOriginal(database, row);
  if (moved.ok) await database.files.update(row.sha256, { state: 'settled', problem: undefined });
  else if (moved.problem.code !== row.problem?.code && !isOfTheLine(moved.problem.code))
    await database.files.update(row.sha256, { problem: moved.problem });
  return moved.ok ? null : moved.problem;
}

/** Nobody could see a file whose record the server would not take. */
async function isRefused(database: Database, { state, record }: FileRow): Promise<boolean> {
  if (state !== 'toSend' || record === undefined) return false;
  return (await database.refused.where('record').equals(record).count()) > 0;
}

async function moveOriginal(database: Database, { sha256, state }: FileRow): Promise<Outcome<unknown>> {
  // Whoever has it gives it to the server, also where its record came from elsewhere: a tour that was taken away and given back, a
  // stick. Where the server has it already, that is one question.
  const sent = await callBridge('attachments.send', { sha256 });
  if (sent.ok || sent.problem.code !== 'attachment.missing') return sent;
  if (!(await isWanted(database, database.files, sha256))) return fail(problem('attachment.unknown'));
  const fetched = await callBridge('attachments.fetch', { sha256 });
  return fetched.ok || fetched.problem.code !== 'attachment.unknown' || state === 'toFetch'
    ? fetched
    : fail(problem('attachment.lost'));
}

/** One that is not there now comes with its original: it is no fault, and nobody waits for it. */
async function moveThumb(database: Database, { sha256, state }: FileRow): Promise<Problem | null> {
  if (!(await isWanted(database, database.files, sha256))) return null;
  const moved = await callBridge(state === 'toSend' ? 'thumbs.send' : 'thumbs.fetch', { sha256 });
  if (moved.ok) await database.files.update(sha256, { hasThumb: true });
  else if (isOfTheLine(moved.problem.code)) return moved.problem;
  return null;
}

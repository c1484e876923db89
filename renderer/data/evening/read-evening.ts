import { listConflicts } from '../../../shared/changes/list-conflicts';
import { project } from '../../../shared/changes/project';
import { recordTitle } from '../../../shared/changes/record-title';
import type { RecordState } from '../../../shared/changes/record-state';
import type { AnswerSheet } from '../../../shared/records/answer-sheet';
import type { Attachment } from '../../../shared/records/attachment';
import type { Issue } from '../../../shared/records/issue';
import type { Signature } from '../../../shared/records/signature';
import type { EveningRecords } from '../../../shared/tours/evening-gaps';
import { nextTask } from '../next-task';
import { openState } from '../sealed-json';
import type { Store } from '../store';
import type { RecordRow } from '../database';

/** A laptop of which something has arrived here: by whom, at how many places of one stop's route, and when last. */
export interface Trace {
  readonly device: string;
  readonly author: string;
  readonly stop: string;
  readonly at: string;
}

export interface EveningFacts {
  readonly records: Omit<EveningRecords, 'checklists'>;
  /** The last edit of each laptop at each stop. */
  readonly traces: readonly Trace[];
}

/** Rows that are read and opened between two frames. */
const pieceSize = 200;

/** What is taken down on the way; the plan is made by one laptop for all teams and says nothing of who has handed in. */
const taken: readonly string[] = [
  'note',
  'remark',
  'issue',
  'request',
  'handover',
  'indicator',
  'task',
  'attachment',
  'answerSheet',
  'signature',
];

/** Everything of one tour that bears on what its teams still lack; read piece by piece, since nobody waits for it with a key down. Null when it was broken off. */
export async function readEvening(
  store: Store,
  tour: string,
  signal: AbortSignal,
): Promise<EveningFacts | null> {
  const { records, files } = store.database;
  const missing = await files.where('state').equals('toFetch').primaryKeys();
  const found = emptyFinds();
  const ids = await records.where('[tour+kind]').between([tour, ''], [tour, '\uffff']).primaryKeys();
  for (let from = 0; from < ids.length; from += pieceSize) {
    for (const row of await records.bulkGet(ids.slice(from, from + pieceSize)))
      if (row) take(found, row, openState(store.seal, row.sealed));
    await nextTask();
    if (signal.aborted) return null;
  }
  const { traces, ...lists } = found;
  return { records: { ...lists, missingFiles: new Set(missing) }, traces: [...traces.values()] };
}

function emptyFinds() {
  return {
    attachments: [] as Attachment[],
    issues: [] as Issue[],
    signatures: [] as Signature[],
    answerSheets: [] as AnswerSheet[],
    conflicts: [] as EveningRecords['conflicts'][number][],
    traces: new Map<string, Trace>(),
  };
}

function take(found: ReturnType<typeof emptyFinds>, row: RecordRow, state: RecordState): void {
  const stop = row.kind === 'stop' ? row.id : row.stop;
  if (row.conflicted && listConflicts(state).length > 0)
    found.conflicts.push({ id: row.id, kind: row.kind, stop, title: recordTitle(state) });
  if (taken.includes(row.kind)) noteTraces(found.traces, stop, state);
  if (row.deleted) return;
  const lists = {
    attachment: found.attachments,
    issue: found.issues,
    signature: found.signatures,
    answerSheet: found.answerSheets,
  } as const;
  if (!Object.hasOwn(lists, row.kind)) return;
  const value = project(state);
  const list: unknown[] = lists[row.kind as keyof typeof lists];
  if (value) list.push(value);
}

/** By the values that stand: who set them, on which laptop, and when its clock said it was. */
function noteTraces(traces: Map<string, Trace>, stop: string, state: RecordState): void {
  for (const { heads } of Object.values(state.fields)) {
    for (const { device, author, at } of heads) {
      const key = `${device} ${stop}`;
      if (at > (traces.get(key)?.at ?? '')) traces.set(key, { device, author, stop, at });
    }
  }
}

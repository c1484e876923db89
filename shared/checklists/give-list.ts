import type { Checklist, Row, Table } from '../records/checklist';
import { cellOf, withCell } from '../xlsform/cell-of';
import { readType } from '../xlsform/read-type';
import { wantedLists } from '../xlsform/wanted-lists';

/** A question and its place as they were when a file was chosen for it. */
export interface Asked {
  readonly row: Row;
  readonly index: number;
}

/**
 * What of a draft is new once a question is answered from the CSV file `name`. The draft may have gone on since the file was chosen:
 * the question may have moved or have other words by now. Nothing is new where it is gone.
 */
export function giveList(
  draft: Checklist,
  asked: Asked,
  name: string,
  table: Table,
): Partial<Pick<Checklist, 'survey' | 'lists'>> {
  const cell = cellOf(asked.row, 'type');
  const same = draft.survey.indexOf(asked.row);
  const index = same >= 0 ? same : asked.index;
  const row = draft.survey[index];
  const read = readType(cell);
  if (read.kind !== 'question' || !row || cellOf(row, 'type') !== cell) return {};
  const survey = draft.survey.with(index, withCell(row, 'type', `${read.type} ${name}`));
  // The file before, unless anything else still reads from it: what is wrong with it must not stay in the way.
  const { [read.list]: _, ...others } = draft.lists;
  const isRead = wantedLists({ ...draft, survey, lists: others }).includes(read.list);
  return { lists: { ...(isRead ? draft.lists : others), [name]: table }, survey };
}

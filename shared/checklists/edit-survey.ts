import type { Row } from '../records/checklist';
import { cellOf } from '../xlsform/cell-of';
import { readType } from '../xlsform/read-type';

/** A row of the survey as a list shows it: how deep it stands, and the row with which its group or repeat ends. */
export interface SurveyLine {
  readonly index: number;
  readonly depth: number;
  readonly kind: 'begin' | 'end' | 'question' | 'other';
  /** The last row that belongs to it: its own where it is no group. */
  readonly last: number;
}

/** The rows with their depth. A group without its end reaches to the end of the survey. */
export function surveyLines(survey: readonly Row[]): readonly SurveyLine[] {
  const open: number[] = [];
  const ends = new Map<number, number>();
  const lines = survey.map((row, index) => {
    const { kind } = readType(cellOf(row, 'type'));
    if (kind === 'end') {
      const begin = open.pop();
      if (begin !== undefined) ends.set(begin, index);
    }
    const depth = open.length;
    if (kind === 'begin') open.push(index);
    return { index, depth, kind: kind === 'unknown' ? ('other' as const) : kind };
  });
  return lines.map((line) => ({
    ...line,
    last: line.kind === 'begin' ? (ends.get(line.index) ?? survey.length - 1) : line.index,
  }));
}

export interface MovedRow {
  readonly survey: readonly Row[];
  /** Where the row stands now. */
  readonly index: number;
}

/**
 * A row one place up or down, a group with all that is in it: past a question, into a group or out of it. Ends of groups stay,
 * or a group could lose its own; null where there is no place to go to.
 */
export function moveRow(survey: readonly Row[], index: number, step: -1 | 1): MovedRow | null {
  const line = surveyLines(survey)[index];
  if (!line || line.kind === 'end') return null;
  const target = step < 0 ? index - 1 : line.last + 1;
  return target < 0 || target >= survey.length ? null : placeRow(survey, index, target);
}

/** A row, a group with all that is in it, to the place of another row; null where it would stand in itself. */
export function placeRow(survey: readonly Row[], index: number, target: number): MovedRow | null {
  const line = surveyLines(survey)[index];
  if (!line || line.kind === 'end' || (target >= index && target <= line.last)) return null;
  const block = survey.slice(index, line.last + 1);
  const rest = [...survey.slice(0, index), ...survey.slice(line.last + 1)];
  const place = target < index ? target : target - block.length + 1;
  return { survey: [...rest.slice(0, place), ...block, ...rest.slice(place)], index: place };
}

/** Without a row; a group goes with all that is in it. The end of a group goes with its beginning alone. */
export function removeRow(survey: readonly Row[], index: number): readonly Row[] {
  const line = surveyLines(survey)[index];
  if (!line || line.kind === 'end') return survey;
  return [...survey.slice(0, index), ...survey.slice(line.last + 1)];
}

/** With new rows behind a row; behind the head of a group they stand first in it. -1 is before all. */
export function insertRows(survey: readonly Row[], index: number, added: readonly Row[]): readonly Row[] {
  return [...survey.slice(0, index + 1), ...added, ...survey.slice(index + 1)];
}

/** With another name for a question, also in every expression and text that names it. */
export function renameRow(survey: readonly Row[], index: number, name: string): readonly Row[] {
  const before = cellOf(survey[index] ?? {}, 'name');
  const others = survey.filter((row, at) => at !== index && cellOf(row, 'name') === before);
  return survey.map((row, at) => {
    const renamed = at === index ? { ...row, name } : row;
    // A name that two questions share does not say which of them is meant.
    if (before === '' || name === '' || others.length > 0) return renamed;
    return Object.fromEntries(
      Object.entries(renamed).map(([head, text]) => [
        head,
        text.replaceAll(`\${${before}}`, () => `\${${name}}`),
      ]),
    );
  });
}

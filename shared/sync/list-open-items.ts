import { project } from '../changes/project';
import type { RecordState } from '../changes/record-state';
import { shownText } from '../changes/shown-text';
import { shownValue } from '../changes/shown-value';
import type { OpenItem } from '../protocol/open-items';
import { openItemLetters } from '../protocol/open-items';
import { dateWords } from '../records/date-words';
import { isOpenIssue } from '../records/is-open-issue';
import { recheckResults, severities } from '../records/issue';
import type { RecordKind } from '../records/record-schemas';

/** What a record says to whoever goes to its site; a tour says its title and date. */
export type ItemBody =
  | Pick<OpenItem, 'kind' | 'text' | 'severity' | 'more'>
  | Readonly<Record<'title' | 'date', string>>;

export interface ListedItem {
  /** '' for the tour itself. */
  readonly stop: string;
  readonly body: ItemBody;
}

/** What stands in the list of open items, if it is open. */
export const listedKinds: ReadonlySet<RecordKind> = new Set(['tour', 'issue', 'task', 'request']);

/**
 * As a record stands in the list; null where it does not, or no more: it is closed, deleted, empty, or at no stop. Field by field, since
 * the server asks it of every record that it takes in, and to read a whole record by its schema took a tenth of the intake.
 */
export function listedItem(state: RecordState): ListedItem | null {
  const text = (field: string) => shownText(state, field);
  switch (state.kind) {
    case 'tour': {
      const tour = project({ ...state, kind: 'tour' });
      if (!tour || tour.deleted) return null;
      return { stop: '', body: { title: cut(tour.title), date: cut(dateWords(tour.date)) } };
    }
    case 'issue': {
      const recheck = recheckResults.find((one) => one === text('recheck')) ?? 'none';
      const isOpen = isOpenIssue({ text: text('text'), solvedOnSite: isSet(state, 'solvedOnSite'), recheck });
      if (!isOpen) return null;
      const severity = severities.find((one) => one === text('severity')) ?? 'minor';
      return item(state, 'issue', ['responsible', 'due'], severity);
    }
    case 'task':
      return text('status') === 'closed' ? null : item(state, 'task', ['lead', 'due']);
    case 'request':
      return isSet(state, 'settled') ? null : item(state, 'request', ['raisedBy', 'answer']);
    default:
      return null;
  }
}

/** The site of a stop; '' where it is at none, or no stop any more. */
export function siteOfStop(state: RecordState): string {
  const stop = state.kind === 'stop' ? project({ ...state, kind: 'stop' }) : null;
  return stop && !stop.deleted ? stop.site : '';
}

function isSet(state: RecordState, field: string): boolean {
  const held = state.fields[field];
  return held !== undefined && shownValue(state, field, held) === true;
}

function item(
  state: RecordState,
  kind: OpenItem['kind'],
  fields: readonly string[],
  severity: OpenItem['severity'] = '',
): ListedItem | null {
  const [tour, stop, text] = [shownText(state, 'tour'), shownText(state, 'stop'), shownText(state, 'text')];
  if (tour === '' || stop === '' || text === '' || isSet(state, 'deleted')) return null;
  const more = fields.map((field) => cut(shownText(state, field))).filter((part) => part !== '');
  return { stop, body: { kind, text: cut(text), severity, more } };
}

/** Not between the two halves of a letter. */
function cut(text: string): string {
  return text.length <= openItemLetters
    ? text
    : `${text.slice(0, openItemLetters).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

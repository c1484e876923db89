import { project } from '../changes/project';
import type { RecordState } from '../changes/record-state';
import type { OpenItem } from '../protocol/open-items';
import { openItemLetters } from '../protocol/open-items';
import { dateWords } from '../records/date-words';
import { isOpenIssue } from '../records/is-open-issue';
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

/** As a record stands in the list; null where it does not, or no more: it is closed, deleted, empty, or at no stop. */
export function listedItem(state: RecordState): ListedItem | null {
  switch (state.kind) {
    case 'tour': {
      const tour = project({ ...state, kind: 'tour' });
      if (!tour || tour.deleted) return null;
      return { stop: '', body: { title: cut(tour.title), date: cut(dateWords(tour.date)) } };
    }
    case 'issue': {
      const issue = project({ ...state, kind: 'issue' });
      if (!issue || !isOpenIssue(issue)) return null;
      return item(issue, 'issue', [issue.responsible, issue.due], issue.severity);
    }
    case 'task': {
      const task = project({ ...state, kind: 'task' });
      if (!task || task.status === 'closed') return null;
      return item(task, 'task', [task.lead, task.due]);
    }
    case 'request': {
      const request = project({ ...state, kind: 'request' });
      if (!request || request.settled) return null;
      return item(request, 'request', [request.raisedBy, request.answer]);
    }
    default:
      return null;
  }
}

/** The site of a stop; '' where it is at none, or no stop any more. */
export function siteOfStop(state: RecordState): string {
  const stop = state.kind === 'stop' ? project({ ...state, kind: 'stop' }) : null;
  return stop && !stop.deleted ? stop.site : '';
}

function item(
  { stop, text, deleted }: { readonly stop: string; readonly text: string; readonly deleted: boolean },
  kind: OpenItem['kind'],
  more: readonly string[],
  severity: OpenItem['severity'] = '',
): ListedItem | null {
  if (deleted || stop === '' || text === '') return null;
  return {
    stop,
    body: { kind, text: cut(text), severity, more: more.filter((part) => part !== '').map(cut) },
  };
}

/** Not between the two halves of a letter. */
function cut(text: string): string {
  return text.length <= openItemLetters
    ? text
    : `${text.slice(0, openItemLetters).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

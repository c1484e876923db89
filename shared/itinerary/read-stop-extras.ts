import { type Stop, stopStatuses } from '../records/stop';
import type { Site } from '../records/site';
import { kindField } from '../tables/table-fields';
import { cellKey } from './cell-text';
import { type FaultWords, quoted } from './fault-at';
import { givenId } from './given-id';
import type { StopField } from './itinerary-columns';
import { plannedTime } from './planned-time';
import type { TableRow } from './read-table';
import { otherStatusWords } from './other-status-words';
import { stopStatusWords } from './stop-status-words';
import { wholeNumber } from './whole-number';

/** What an exported list says of a stop beyond the plan; an office's own list has few of these columns or none. */
export interface StopExtras {
  readonly id: string;
  readonly group: string;
  readonly teamCertain: boolean;
  readonly districtCertain: boolean;
  readonly spot: string;
  readonly status: Stop['status'];
  readonly visitedAt: string;
  readonly leftAt: string;
  readonly reason: string;
  readonly earlierReason: string;
  readonly reporter: string;
  /** Undefined where the list has no such column: then the plan is what the list says. */
  readonly plannedOrder: number | null | undefined;
  readonly plannedTeam: string | undefined;
  readonly stageWords: string;
  readonly kind: Site['kind'] | null;
  readonly siteName: string;
  readonly site: string;
  readonly insteadOf: string;
  readonly leaderId: string;
  readonly groupId: string;
}

export function readStopExtras(
  source: TableRow<StopField>,
  has: (field: StopField) => boolean,
  add: (field: StopField, words: FaultWords) => void,
): StopExtras {
  const unsure = cellKey(source.cell('unsure'));
  const status = cellKey(source.cell('status'));
  const found = stopStatuses.find((each) => stopStatusWords[each] === status) ?? otherStatusWords.get(status);
  if (status !== '' && found === undefined) add('status', unknownStatus(source.text('status')));
  const kind =
    source.text('kind') === '' ? null : (kindField.read(source.cell('kind')) as Site['kind'] | null);
  if (kind === null && source.text('kind') !== '') add('kind', kindField.wrong(source.text('kind')));
  return {
    id: givenId(source.text('id')),
    group: source.text('group'),
    teamCertain: !/组/.test(unsure),
    districtCertain: !/[区县]|属地/.test(unsure),
    spot: source.text('spot'),
    status: found ?? 'planned',
    visitedAt: writtenTime(source, 'arrived'),
    leftAt: writtenTime(source, 'left'),
    reason: source.text('reason'),
    earlierReason: source.text('earlierReason'),
    reporter: source.text('reporter'),
    plannedOrder: has('plannedOrder') ? wholeNumber(source.cell('plannedOrder'), 0) : undefined,
    plannedTeam: has('plannedTeam') ? source.text('plannedTeam') : undefined,
    stageWords: source.text('stageWords'),
    kind,
    siteName: source.text('siteName'),
    site: givenId(source.text('site')),
    insteadOf: givenId(source.text('insteadOf')),
    leaderId: givenId(source.text('leaderId')),
    groupId: givenId(source.text('groupId')),
  };
}

/** A time as the clock shows it where it is one; else in the words of who was there ("九点左右"). */
export function writtenTime(source: TableRow<StopField>, field: StopField): string {
  return plannedTime(source.cell(field)) ?? source.text(field);
}

function unknownStatus(value: string): FaultWords {
  const words = Object.values(stopStatusWords);
  return {
    zh: `到访情况“${quoted(value)}”不认识，应为${words.join('、')}之一，或留空。`,
    en: `The visit “${quoted(value)}” is not known; expected is one of ${words.join(', ')}, or nothing.`,
  };
}

import { openTail } from '../records/group';
import { cellKey } from './cell-text';
import { givenId } from './given-id';
import type { GroupField } from './itinerary-columns';
import type { Table } from './read-table';
import type { StopRow } from './read-stops';
import { wholeNumber } from './whole-number';

/** A group of stops; `key` is the name by which the stops speak of it. */
export interface GroupRow {
  readonly key: string;
  readonly label: string;
  readonly topic: string;
  readonly stage: string;
  readonly team: string;
  readonly order: number;
  readonly complete: boolean;
  readonly tail: string;
  readonly observed: string;
  readonly id: string;
}

/** The groups of the sheet 点位组, and those that only the stops name. A name that ends in 等 is a list that is known to be incomplete. */
export function readGroups(table: Table<GroupField> | null, stops: readonly StopRow[]): readonly GroupRow[] {
  const groups = new Map<string, GroupRow>();
  for (const source of table?.rows ?? []) {
    const key = cellKey(source.cell('key'));
    if (key === '' || groups.has(key)) continue;
    const tail = source.text('tail');
    groups.set(key, {
      key,
      label: table?.has('label') === true ? source.text('label') : source.text('key'),
      topic: source.text('topic'),
      stage: source.text('stage'),
      team: source.text('team'),
      order: wholeNumber(source.cell('order'), 0) ?? groups.size + 1,
      complete: source.text('complete') === '' ? tail === '' : source.text('complete') !== '否',
      tail,
      observed: source.text('observed'),
      id: givenId(source.text('id')),
    });
  }
  for (const { group, groupId, team } of stops) {
    const key = cellKey(group);
    if (key === '' || groups.has(key)) continue;
    const open = group.endsWith(openTail) && group.length > openTail.length;
    groups.set(key, {
      key,
      label: open ? group.slice(0, -openTail.length) : group,
      topic: '',
      stage: '',
      team,
      order: groups.size + 1,
      complete: !open,
      tail: open ? openTail : '',
      observed: '',
      id: groupId,
    });
  }
  return [...groups.values()];
}

import type { Row } from '../records/checklist';

/** Types that the builder offers, in the order of its list. Others stay as an import brought them. */
export const offeredTypes = [
  'text',
  'integer',
  'decimal',
  'date',
  'time',
  'dateTime',
  'select_one',
  'select_multiple',
  'select_one_from_file',
  'rank',
  'range',
  'note',
  'image',
  'audio',
  'file',
  'acknowledge',
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'email',
  'phonenumber',
  'group',
  'repeat',
] as const;

export type OfferedType = (typeof offeredTypes)[number];

/** Types whose answers are chosen from a list of the sheet `choices`. */
export function hasOwnList(type: string): boolean {
  return type === 'select_one' || type === 'select_multiple' || type === 'rank';
}

/** The rows of a new item; a group comes with its end, a choice with the name of its list. */
export function newRows(type: OfferedType, name: string, list: string): readonly Row[] {
  if (type === 'group' || type === 'repeat') {
    return [{ type: `begin_${type}`, name }, { type: `end_${type}` }];
  }
  const cell = hasOwnList(type) ? `${type} ${list}` : type;
  return [{ type: cell, name }];
}

/** A name that no other has: the one wanted, else with a number behind it. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}_${number}`)) number += 1;
  return `${wanted}_${number}`;
}

import { questionTypes, typeAliases, unsupportedTypes } from './question-types';

/** What the cell in the column `type` says. */
export type RowType =
  | { readonly kind: 'begin' | 'end'; readonly section: 'group' | 'repeat' | 'loop' }
  | { readonly kind: 'question'; readonly type: string; readonly list: string; readonly orOther: boolean }
  | { readonly kind: 'unknown' };

/** Reads a cell such as "begin repeat", "select_one yes_no or_other" or "text" with all its older spellings. */
export function readType(cell: string): RowType {
  const text = cell.trim().replaceAll(/\s+/g, ' ');
  const section = /^(begin|end)[ _](group|lgroup|looped group|repeat|loop)(?: .*)?$/i.exec(text);
  if (section) {
    return {
      kind: section[1]?.toLowerCase() === 'begin' ? 'begin' : 'end',
      section: sectionOf(section[2]?.toLowerCase() ?? ''),
    };
  }
  const select = selectPattern.exec(text);
  if (select) {
    const [, word = '', list = '', other] = select;
    const type = selectWords.get(word.toLowerCase()) ?? '';
    if (type === 'osm') return { kind: 'question', type, list: '', orOther: false };
    const fromFile = /\.(?:csv|xml|geojson)$/i.test(list) && /^select_(?:one|multiple)$/.test(type);
    return {
      kind: 'question',
      type: fromFile ? `${type}_from_file` : type,
      list,
      orOther: other !== undefined,
    };
  }
  const type = [text, text.toLowerCase()].map((name) => lookUp(typeAliases, name) ?? name).find(isType);
  return type === undefined ? { kind: 'unknown' } : { kind: 'question', type, list: '', orOther: false };
}

/** Whether answers to this type are chosen from a list. */
export function isSelect(type: string): boolean {
  return type === 'rank' || type.startsWith('select_');
}

const selectWords: ReadonlyMap<string, string> = new Map([
  ['add select one prompt using', 'select_one'],
  ['add select multiple prompt using', 'select_multiple'],
  ['select all that apply from', 'select_multiple'],
  ['select one from file', 'select_one_from_file'],
  ['select multiple from file', 'select_multiple_from_file'],
  ['select_one_from_file', 'select_one_from_file'],
  ['select_multiple_from_file', 'select_multiple_from_file'],
  ['select_one_external', 'select_one_external'],
  ['select one from', 'select_one'],
  ['select multiple from', 'select_multiple'],
  ['select1', 'select_one'],
  ['select_one', 'select_one'],
  ['select one', 'select_one'],
  ['select_multiple', 'select_multiple'],
  ['select multiple', 'select_multiple'],
  ['rank', 'rank'],
  ['osm', 'osm'],
]);

const selectPattern = new RegExp(
  `^(${[...selectWords.keys()].join('|')})(?: (\\S+?))??(?: (or specify other|or_other|or other))?$`,
  'i',
);

function sectionOf(word: string): 'group' | 'repeat' | 'loop' {
  if (word === 'loop') return 'loop';
  return word === 'group' ? 'group' : 'repeat';
}

function isType(type: string): boolean {
  return Object.hasOwn(questionTypes, type) || Object.hasOwn(unsupportedTypes, type);
}

function lookUp(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

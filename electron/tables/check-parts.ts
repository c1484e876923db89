import { posix } from 'node:path';
import { tableLimits } from '../../shared/tables/table-limits';
import type { Parts } from './unpack-parts';

/*
 * The library reads what it can: a sheet that is cut off within, is no worksheet at all, or refers to a text that is not
 * there reads as an empty sheet or an empty cell. A list that lost its lower half without a word is worse than none, so
 * parts are looked through first. One pass over the tags, linear whatever stands in them.
 */

const relation = /<(?:[\w.-]+:)?Relationship\s([^<>]*)>/g;
const namedSheet = /<(?:[\w.-]+:)?sheet\s([^<>]*)>/g;
const cellTags = /<(\/?)(?:[\w.-]+:)?(sheetData|row|c|v)(?=[\s>/])([^<>]*)>/g;
const textTags = /<(\/?)(?:[\w.-]+:)?(sst|si)(?=[\s>/])([^<>]*)>/g;
const styleSheet = /<(?:[\w.-]+:)?styleSheet[\s>]/;
const notTags = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g;
const attributeOf = (name: string) => new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`);
const relationId = attributeOf('Id');
const relationType = attributeOf('Type');
const relationTarget = attributeOf('Target');
const sheetRelation = attributeOf(String.raw`[\w.-]+:id`);
const cellPlace = attributeOf('r');
const refersToText = /(?:^|\s)t\s*=\s*["']s["']/;
const address = /^[A-Z]{1,3}[1-9]\d{0,6}$/;

export type PartsCheck = 'sound' | 'unsound' | 'tooManyRows';

/** Whether every sheet that the workbook names is there and whole, with every text that its cells refer to and their formats. */
export function checkParts(parts: Parts): PartsCheck {
  const texts = Object.keys(parts).filter((name) => /sharedStrings/i.test(name));
  const counts = texts.map((name) => countTexts(parts[name]));
  if (counts.includes(-1)) return 'unsound';
  const known = counts.reduce((sum, count) => sum + count, 0);
  for (const [name, part] of Object.entries(parts)) {
    if (!/_rels\/workbook[^/]*\.rels$/i.test(name)) continue;
    const folder = posix.dirname(posix.dirname(name));
    const relations = [...text(part).matchAll(relation)].map(([, attributes = '']) => attributes);
    const ids = new Set(relations.map((attributes) => valueIn(attributes, relationId)));
    const workbook = parts[posix.join(folder, posix.basename(name, '.rels'))];
    for (const [, attributes = ''] of text(workbook).matchAll(namedSheet))
      if (!ids.has(valueIn(attributes, sheetRelation))) return 'unsound';
    for (const attributes of relations) {
      const type = valueIn(attributes, relationType);
      const part = parts[placeOf(folder, valueIn(attributes, relationTarget))];
      // Without its formats a day would be read as the number that stands for it.
      if (type?.endsWith('/styles') && !styleSheet.test(text(part))) return 'unsound';
      if (!type?.endsWith('/worksheet')) continue;
      const checked = checkSheet(part, known);
      if (checked !== 'sound') return checked;
    }
  }
  return 'sound';
}

function placeOf(folder: string, target = ''): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
}

/** One byte is one character: only tags and addresses are looked at. */
function text(part: Buffer | undefined): string {
  const all = part?.toString('latin1') ?? '';
  return all.includes('<!') ? all.replace(notTags, '') : all;
}

function valueIn(attributes: string, pattern: RegExp): string | undefined {
  const found = pattern.exec(attributes);
  return found?.[1] ?? found?.[2];
}

/** Rows in the sheet's data, cells in rows, values in cells, all of them closed, at places that there are. */
function checkSheet(part: Buffer | undefined, texts: number): PartsCheck {
  const sheet = text(part);
  const open: string[] = [];
  let isThere = false;
  let isText = false;
  let valueStart = 0;
  let rows = 0;
  let isCounted = false;
  for (const found of sheet.matchAll(cellTags)) {
    const [whole, closing, tag = '', attributes = ''] = found;
    if (closing === '/') {
      if (open.pop() !== tag) return 'unsound';
      if (tag === 'v' && isText && !(Number(sheet.slice(valueStart, found.index)) < texts)) return 'unsound';
      continue;
    }
    if (open.at(-1) !== inside[tag] || (tag === 'sheetData' && isThere)) return 'unsound';
    if (tag === 'sheetData') isThere = true;
    else if (tag === 'row') isCounted = false;
    else if (tag === 'c') {
      const place = valueIn(attributes, cellPlace);
      if (place !== undefined && !address.test(place)) return 'unsound';
      isText = refersToText.test(attributes);
    }
    if (attributes.endsWith('/')) continue;
    // Rows that are only painted have cells that are closed at once; they may go on for a million.
    if (tag === 'c' && !isCounted) {
      isCounted = true;
      rows += 1;
      if (rows > tableLimits.rows) return 'tooManyRows';
    }
    open.push(tag);
    valueStart = found.index + whole.length;
  }
  return isThere && open.length === 0 ? 'sound' : 'unsound';
}

const inside: Readonly<Record<string, string | undefined>> = { row: 'sheetData', c: 'row', v: 'c' };

/** How many texts cells may refer to; -1 where one of them is not closed. */
function countTexts(part: Buffer | undefined): number {
  let count = 0;
  const open: string[] = [];
  for (const { 1: closing, 2: tag = '', 3: attributes = '' } of text(part).matchAll(textTags)) {
    if (closing === '/') {
      if (open.pop() !== tag) return -1;
      continue;
    }
    if (open.at(-1) !== (tag === 'si' ? 'sst' : undefined)) return -1;
    if (tag === 'si') count += 1;
    if (!attributes.endsWith('/')) open.push(tag);
  }
  return open.length === 0 ? count : -1;
}

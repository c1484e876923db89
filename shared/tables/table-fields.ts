import { cellKey, cellText, personName } from '../itinerary/cell-text';
import type { FaultWords } from '../itinerary/fault-at';
import { quoted } from '../itinerary/fault-at';
import { wholeNumber } from '../itinerary/whole-number';
import type { Json } from '../json';
import type { Site } from '../records/site';
import type { Cell } from './workbook';

/** How a field stands in a cell. `write` then `read` gives the same value: what goes out comes back. */
export interface TableField {
  /** Null where the cell says nothing that fits. */
  read(cell: Cell): Json | null;
  write(value: Json): Cell;
  readonly wrong: (text: string) => FaultWords;
}

const neverWrong = (text: string): FaultWords => ({ zh: text, en: text });

export const textField: TableField = { read: cellText, write: asText, wrong: neverWrong };
export const nameField: TableField = { read: personName, write: asText, wrong: neverWrong };

/** Several posts in one cell; 、 is what we write. */
export const postsField: TableField = {
  read: (cell) => pieces(cellText(cell), /[、，,;；/／]/),
  write: (value) => asList(value).join('、'),
  wrong: neverWrong,
};

/** Sentences, one a line. */
export const linesField: TableField = {
  read: (cell) => pieces(String(cell ?? ''), /[\r\n]+/),
  write: (value) => asList(value).join('\n'),
  wrong: neverWrong,
};

export const rankField: TableField = {
  read: (cell) => wholeNumber(cell, 0),
  write: (value) => (typeof value === 'number' ? value : null),
  wrong: (text) => ({
    zh: `排序“${quoted(text)}”不是整数，应如 1、2、3，数字小的排在前面，或留空。`,
    en: `The rank “${quoted(text)}” is not a whole number; expected is 1, 2, 3 …, small first, or nothing.`,
  }),
};

/** What the kinds of sites are called in a table; the first word is the one we write. */
const kindWords: Readonly<Record<Site['kind'], readonly [string, ...string[]]>> = {
  enterprise: ['企业', '公司', 'enterprise', 'company'],
  project: ['项目', 'project'],
  plot: ['地块', '土地', '宗地', 'plot'],
  park: ['园区', '产业园', '开发区', 'park'],
  place: ['场所', '地点', '其他', 'place', 'other'],
};

export const kindField: TableField = {
  read: (cell) => {
    const key = cellKey(cell).toLowerCase();
    return (Object.keys(kindWords) as Site['kind'][]).find((kind) => kindWords[kind].includes(key)) ?? null;
  },
  write: (value) => kindWords[value as Site['kind']]?.[0] ?? '',
  wrong: (text) => ({
    zh: `类型“${quoted(text)}”不认识，应为企业、项目、地块、园区、场所之一，或留空。`,
    en: `The kind “${quoted(text)}” is not known; expected is 企业, 项目, 地块, 园区 or 场所 (enterprise, project, plot, park, place), or nothing.`,
  }),
};

function asText(value: Json): Cell {
  return typeof value === 'string' ? value : '';
}

function asList(value: Json): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function pieces(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((piece) => cellText(piece))
    .filter((piece) => piece !== '');
}

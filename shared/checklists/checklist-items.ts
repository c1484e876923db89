import type { Checklist, Row, Table } from '../records/checklist';
import { cellOf, textsOf } from '../xlsform/cell-of';
import { readParameters } from '../xlsform/read-parameters';
import { textFor } from '../xlsform/text-for';
import type { Bilingual } from './checklist-template';
import { groupBy } from './group-by';
import { askedTypes } from './old-item';

/** A question of a checklist as lists and documents need it. */
export interface ChecklistItem {
  /** Where its answer is kept: its name behind those of its groups ("safety/permit"); repeats without their number. */
  readonly key: string;
  readonly name: string;
  /** Types that only differ in how they are filled are `text`. */
  readonly type: (typeof askedTypes)[number];
  /** Its type in XLSForm. */
  readonly control: string;
  readonly label: Bilingual;
  readonly hint: Bilingual | undefined;
  readonly required: boolean;
  /** Its own condition and those of its groups. */
  readonly relevant: string;
  readonly choices: readonly { readonly name: string; readonly label: Bilingual }[];
}

const remembered = new WeakMap<Checklist, readonly ChecklistItem[]>();

/** The questions and notes of a checklist in their order. */
export function checklistItems(checklist: Checklist): readonly ChecklistItem[] {
  const known = remembered.get(checklist);
  if (known) return known;
  const items = readItems(checklist);
  remembered.set(checklist, items);
  return items;
}

/** The item whose answer is kept under this key; the number of a repeat ("hazards[2]/photo") does not matter. */
export function itemOfKey(items: readonly ChecklistItem[], key: string): ChecklistItem | undefined {
  const plain = key.replaceAll(/\[\d+\]/g, '');
  return items.find((item) => item.key === plain);
}

function readItems(checklist: Checklist): readonly ChecklistItem[] {
  const { survey, choices, settings } = checklist;
  const formDefault = cellOf(settings, 'default_language');
  const lists = groupBy(choices, (row) => cellOf(row, 'list_name'));
  const both = (row: Row, column: string): Bilingual => {
    const texts = textsOf(row, column);
    return { zh: textFor(texts, 'zh', formDefault), en: textFor(texts, 'en', formDefault) };
  };
  const groups: { readonly name: string; readonly relevant: string }[] = [];
  const items: ChecklistItem[] = [];
  for (const row of survey) {
    const [type = '', list = ''] = cellOf(row, 'type').split(/\s+/);
    const group = /^(begin|end)[\s_]+(?:group|repeat)/.exec(cellOf(row, 'type'))?.[1];
    if (group === 'begin') groups.push({ name: cellOf(row, 'name'), relevant: cellOf(row, 'relevant') });
    if (group === 'end') groups.pop();
    if (group !== undefined || unasked.has(type) || type === '') continue;
    const name = cellOf(row, 'name');
    const hint = both(row, 'hint');
    items.push({
      key: [...groups.map((entry) => entry.name), name].join('/'),
      name,
      type: askedTypes.find((one) => one === type) ?? 'text',
      control: type,
      label: both(row, 'label'),
      hint: hint.zh === '' ? undefined : hint,
      required: /^(?:yes|true|true\(\))$/i.test(cellOf(row, 'required')),
      relevant: conjunction([...groups.map((entry) => entry.relevant), cellOf(row, 'relevant')]),
      choices: type.endsWith('_from_file')
        ? fileChoices(checklist.lists[list], row)
        : (lists.get(list) ?? []).map((choice) => ({
            name: cellOf(choice, 'name'),
            label: both(choice, 'label'),
          })),
    });
  }
  return items;
}

/** The choices of a CSV file, from the columns that the parameters of the question name. */
function fileChoices(table: Table | undefined, row: Row): ChecklistItem['choices'] {
  const parameters = readParameters(cellOf(row, 'parameters'));
  const place = (name: string) =>
    table?.columns.indexOf(parameters.get(name) ?? defaultColumns[name] ?? '') ?? -1;
  const [value, label] = [place('value'), place('label')];
  return (table?.rows ?? []).map((cells) => {
    const words = cells[label] ?? '';
    return { name: cells[value] ?? '', label: { zh: words, en: words } };
  });
}

const defaultColumns: Readonly<Record<string, string>> = { value: 'name', label: 'label' };

function conjunction(conditions: readonly string[]): string {
  const own = conditions.filter((condition) => condition !== '');
  return own.length < 2 ? (own[0] ?? '') : own.map((condition) => `(${condition})`).join(' and ');
}

/** Rows that nobody answers. */
const unasked: ReadonlySet<string> = new Set([
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'username',
  'deviceid',
  'phonenumber',
  'email',
  'audit',
  'subscriberid',
  'simserial',
  'start-geopoint',
  'background-audio',
  'csv-external',
  'xml-external',
]);

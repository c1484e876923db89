import type { Table } from '../records/checklist';
import { cellOf } from './cell-of';
import { choiceColumns } from './columns';
import { columnName } from './column-name';
import type { FormContext } from './form-context';
import { addsOther, otherTextId } from './or-other';
import { choiceTextId } from './write-itext';
import { type Xml, element } from './xml';

/** What XML takes as the name of an element, and XLSForm as the name of a question. */
export const xmlName = /^[\p{L}_][\p{L}\p{M}\p{Nd}_.-]*$/u;

/** The choices of every list and the rows of every file as secondary instances, under the names that expressions use. */
export function writeInstances(form: FormContext): readonly Xml[] {
  const files = form.checklist.lists;
  const asked = new Set(form.tree.nodes.map(({ list }) => list).filter((list) => /\.\w+$/.test(list)));
  const named = new Map<string, Xml>();
  for (const list of form.lists.keys()) if (list !== '') named.set(list, choiceInstance(form, list));
  for (const file of new Set([...Object.keys(files), ...asked])) {
    const id = fileId(file);
    const table = Object.hasOwn(files, file) ? files[file] : undefined;
    if (!named.has(id)) named.set(id, tableInstance(id, table ?? { columns: [], rows: [] }));
  }
  return [...named.values()];
}

/** "districts.csv" is known to expressions as instance('districts'). */
export function fileId(file: string): string {
  return file.replace(/\.\w+$/, '');
}

function choiceInstance(form: FormContext, list: string): Xml {
  const items = (form.lists.get(list) ?? []).map((index, place) => {
    const row = form.checklist.choices[index] ?? {};
    const extra = Object.entries(row).filter(([head]) => {
      const { column } = columnName(head);
      return !Object.hasOwn(choiceColumns, column) && xmlName.test(head);
    });
    return element(
      'item',
      {},
      element('itextId', {}, choiceTextId(list, place)),
      element('name', {}, cellOf(row, 'name')),
      ...extra.map(([head, text]) => element(head, {}, text)),
    );
  });
  if (addsOther(form, list)) {
    items.push(element('item', {}, element('itextId', {}, otherTextId), element('name', {}, 'other')));
  }
  return element('instance', { id: list }, element('root', {}, ...items));
}

function tableInstance(id: string, { columns, rows }: Table): Xml {
  const items = rows.map((row) =>
    element(
      'item',
      {},
      ...columns.flatMap((column, index) =>
        xmlName.test(column) ? [element(column, {}, row[index] ?? '')] : [],
      ),
    ),
  );
  return element('instance', { id }, element('root', {}, ...items));
}

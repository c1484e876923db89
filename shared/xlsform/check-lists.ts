import { quoted } from '../itinerary/fault-at';
import type { Table } from '../records/checklist';
import { cellOf, headOf } from './cell-of';
import type { FormContext } from './form-context';
import type { FormNode } from './form-tree';
import { isYes } from './read-tree';
import { readParameters } from './read-parameters';
import { type RowFault, rowFault } from './row-fault';
import { fileId, xmlName } from './write-instances';

interface ListCheck {
  readonly faults: readonly RowFault[];
  readonly unsupported: readonly RowFault[];
}

/**
 * The CSV files of a checklist: columns that stand twice or that no expression can name, and, where a question takes its answers
 * from one, whether every row is an answer. A fault names the file as its sheet.
 */
export function checkLists(form: FormContext): ListCheck {
  const files = Object.entries(form.checklist.lists);
  return {
    faults: [
      ...sharedNames(form),
      ...files.flatMap(([file, table]) => [
        ...doubledColumns(file, table),
        ...wrongAnswers(form, file, table),
      ]),
    ],
    unsupported: files.flatMap(([file, table]) => unusedColumns(file, table)),
  };
}

/** Expressions know both as instance('districts'), and the engine would take the choices for the file. */
function sharedNames({ tree, lists }: FormContext): readonly RowFault[] {
  return tree.nodes.flatMap((node) => {
    const id = fileId(node.list);
    if (!isFromFile(node) || !lists.has(id)) return [];
    const words = {
      zh: `名单“${node.list}”与选项表“${id}”同名，请给其中一个改名`,
      en: `the file “${node.list}” has the name of the list “${id}”; call one of them otherwise`,
    };
    return [rowFault('survey', node.index, headOf(node.row, 'type'), words)];
  });
}

function doubledColumns(file: string, { columns }: Table): readonly RowFault[] {
  const named = columns.filter((column) => column !== '');
  const doubled = new Set(named.filter((column, index) => named.indexOf(column) !== index));
  return [...doubled].map((column) =>
    rowFault(file, -1, column, {
      zh: `名单“${file}”里有两列“${quoted(column)}”`,
      en: `two columns of “${file}” are called “${quoted(column)}”`,
    }),
  );
}

function unusedColumns(file: string, { columns }: Table): readonly RowFault[] {
  return columns.flatMap((column, index) => {
    if (xmlName.test(column)) return [];
    const words =
      column === ''
        ? {
            zh: `名单“${file}”第 ${index + 1} 列没有列名，公式不能引用`,
            en: `column ${index + 1} of “${file}” has no head; no expression can name it`,
          }
        : {
            zh: `名单“${file}”的列名“${quoted(column)}”含空格等字符，公式不能引用`,
            en: `the head “${quoted(column)}” of “${file}” has signs for which no expression can name it`,
          };
    return [rowFault(file, -1, column, words)];
  });
}

/** The questions that take their answers from the same columns of a file. */
interface Use {
  readonly value: string;
  readonly label: string;
  readonly nodes: FormNode[];
}

function wrongAnswers({ checklist, tree }: FormContext, file: string, table: Table): readonly RowFault[] {
  const uses = new Map<string, Use>();
  for (const node of tree.nodes) {
    if (!isFromFile(node) || node.list !== file) continue;
    const parameters = readParameters(cellOf(node.row, 'parameters'));
    const value = parameters.get('value') || 'name';
    const label = parameters.get('label') || 'label';
    const use = uses.get(JSON.stringify([value, label])) ?? { value, label, nodes: [] };
    use.nodes.push(node);
    uses.set(JSON.stringify([value, label]), use);
  }
  if (uses.size === 0) return [];
  if (table.rows.length === 0) {
    const words = { zh: `名单“${file}”里没有选项`, en: `“${file}” has not one choice` };
    return [rowFault(file, -1, '', words)];
  }
  const mayRepeat = isYes(cellOf(checklist.settings, 'allow_choice_duplicates'));
  const found = [...uses.values()].flatMap((use) => [
    ...wrongColumns(file, table, use),
    ...wrongValues(file, table, use, mayRepeat),
    ...missingLabels(file, table, use),
  ]);
  // Two questions may use the same values with other labels.
  return [...new Map(found.map((fault) => [JSON.stringify(fault), fault])).values()];
}

function wrongColumns(file: string, { columns }: Table, { value, label }: Use): readonly RowFault[] {
  return [...new Set([value, label])].flatMap((column) => {
    if (columns.includes(column) && xmlName.test(column)) return [];
    const parameter = column === value ? 'value' : 'label';
    const words = columns.includes(column)
      ? {
          zh: `名单“${file}”的列名“${column}”不能使用，请改成不含空格和符号的名称`,
          en: `the head “${column}” of “${file}” cannot be used; take one without spaces and signs`,
        }
      : {
          zh: `名单“${file}”没有“${column}”列，请补上，或在题目的参数里写 ${parameter}=列名`,
          en: `“${file}” has no column “${column}”; add it, or write ${parameter}=column in the parameters of the question`,
        };
    return [rowFault(file, -1, columns.includes(column) ? column : '', words)];
  });
}

function wrongValues(
  file: string,
  { columns, rows }: Table,
  { value, nodes }: Use,
  mayRepeat: boolean,
): readonly RowFault[] {
  const column = columns.indexOf(value);
  if (column < 0) return [];
  const several = nodes.some(({ type }) => type.startsWith('select_multiple'));
  // "Others" may stand under each district where a filter leaves one of them; the same row twice is a mistake nevertheless.
  const filtered = nodes.every(({ row }) => cellOf(row, 'choice_filter') !== '');
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const name = (row[column] ?? '').trim();
    const key = filtered ? JSON.stringify(row) : name;
    const isDouble = seen.has(key);
    seen.add(key);
    const at = (zh: string, en: string) => [rowFault(file, index, value, { zh, en })];
    if (name === '') return at(`“${file}”的选项没有填 ${value}`, `a choice of “${file}” has no ${value}`);
    if (isDouble && !mayRepeat)
      return at(`“${file}”里有两个“${quoted(name)}”`, `“${file}” has “${quoted(name)}” twice`);
    if (!several || !/\s/.test(name)) return [];
    return at(
      `“${quoted(name)}”含空格，而“${file}”用于多选，答案以空格分隔`,
      `“${quoted(name)}” has a space, and the answers of “${file}” are parted by spaces`,
    );
  });
}

function missingLabels(file: string, { columns, rows }: Table, { value, label }: Use): readonly RowFault[] {
  const column = columns.indexOf(label);
  if (column < 0 || label === value) return [];
  return rows.flatMap((row, index) => {
    if ((row[column] ?? '').trim() !== '') return [];
    const words = {
      zh: `“${file}”的选项没有填 ${label}，填写时看不到文字`,
      en: `a choice of “${file}” has no ${label}; nothing would be shown for it`,
    };
    return [rowFault(file, index, label, words)];
  });
}

function isFromFile({ type }: FormNode): boolean {
  return type.endsWith('_from_file');
}

import { cellOf, headOf } from './cell-of';
import { typesOfAppearance } from './appearances';
import { choiceColumns, mediaColumns, parameters, settingsColumns, surveyColumns } from './columns';
import { columnName } from './column-name';
import type { FormContext } from './form-context';
import type { FormNode } from './form-tree';
import { unsupportedTypes } from './question-types';
import { isSelect, readType } from './read-type';
import { readParameters } from './read-parameters';
import { type RowFault, rowFault } from './row-fault';
import { xmlName } from './write-instances';

/** All that stays in the rows and has no effect in Xunji, or another one than elsewhere: nothing is dropped in silence. */
export function listUnsupported(form: FormContext): readonly RowFault[] {
  const { survey, choices, settings, otherSheets } = form.checklist;
  return [
    ...form.tree.nodes.flatMap((node) => ofNode(form, node)),
    ...unusedColumns('survey', survey, (column) => Object.hasOwn(surveyColumns, column)),
    ...unusedColumns(
      'choices',
      choices,
      (column, head) => Object.hasOwn(choiceColumns, column) || xmlName.test(head),
    ),
    ...Object.keys(settings)
      .filter((head) => !settingsColumns.includes(columnName(head).column))
      .map((head) => unused('settings', 0, head)),
    ...Object.keys(otherSheets).map((sheet) =>
      rowFault(sheet, -1, '', {
        zh: `没有用到工作表“${sheet}”，导出时原样保留`,
        en: `the sheet “${sheet}” is not used; it is kept for export`,
      }),
    ),
  ];
}

function ofNode(form: FormContext, node: FormNode): readonly RowFault[] {
  const found: RowFault[] = [];
  const { row, index, type } = node;
  const say = (column: string, zh: string, en: string) =>
    found.push(rowFault('survey', index, headOf(row, column), { zh, en }));
  const unsupported = Object.hasOwn(unsupportedTypes, type) ? unsupportedTypes[type] : undefined;
  if (unsupported) say('type', `题型 ${type}：${unsupported.zh}`, `the type ${type}: ${unsupported.en}`);
  const section = node.kind === 'question' ? null : readType(cellOf(row, 'type'));
  if (section?.kind === 'begin' && section.section === 'loop') {
    say('type', '不支持 loop，只问一遍', 'loops are not supported; the questions are asked once');
  }
  if (type.endsWith('_from_file')) ofFile(form, node, say);
  if (node.orOther && cellOf(row, 'choice_filter') !== '') {
    say(
      'choice_filter',
      'or_other 与 choice_filter 同用时，“其他”可能被筛掉',
      'with choice_filter, the choice of or_other may be filtered out',
    );
  }
  for (const word of cellOf(row, 'appearance').split(/\s+/)) {
    if (word === '' || typesOfAppearance(word).some((owner) => isOfType(node, owner))) continue;
    say('appearance', `外观“${word}”没有作用`, `the appearance “${word}” has no effect`);
  }
  for (const name of readParameters(cellOf(row, 'parameters')).keys()) {
    const known = parameters[isSelect(type) ? 'select' : type] ?? [];
    if (!known.includes(name))
      say('parameters', `参数“${name}”没有作用`, `the parameter “${name}” has no effect`);
  }
  return found;
}

type Say = (column: string, zh: string, en: string) => unknown;

function ofFile({ checklist }: FormContext, { list }: FormNode, say: Say): void {
  if (!list.toLowerCase().endsWith('.csv')) {
    say(
      'type',
      `选项文件只支持 CSV，“${list}”没有选项`,
      `only CSV files have choices here; “${list}” gives none`,
    );
  } else if (!Object.hasOwn(checklist.lists, list)) {
    say(
      'type',
      `还没有选项文件“${list}”，请添加到检查表`,
      `the file “${list}” is not there yet; add it to the checklist`,
    );
  }
}

/** Whether an appearance of "select", "group" or a type is for this node. */
function isOfType(node: FormNode, owner: string): boolean {
  if (owner === 'group') return node.kind !== 'question';
  return owner === 'select' ? isSelect(node.type) : owner === node.type;
}

/** Each unused column once, at its first cell. */
function unusedColumns(
  sheet: string,
  rows: FormContext['checklist']['survey'],
  isUsed: (column: string, head: string) => boolean,
): readonly RowFault[] {
  const found = new Map<string, RowFault>();
  for (const [index, row] of rows.entries()) {
    for (const head of Object.keys(row)) {
      if (found.has(head)) continue;
      const { column } = columnName(head);
      if (mediaColumns.includes(column)) {
        found.set(head, rowFault(sheet, index, head, mediaWords(head)));
      } else if (!isUsed(column, head)) found.set(head, unused(sheet, index, head));
    }
  }
  return [...found.values()];
}

function mediaWords(head: string) {
  return {
    zh: `“${head}”列：表格里只有文件名，没有文件，标签旁不显示`,
    en: `column “${head}”: the workbook has the names of the files only, so nothing is shown beside the label`,
  };
}

function unused(sheet: string, row: number, head: string): RowFault {
  return rowFault(sheet, row, head, {
    zh: `没有用到“${head}”列，导出时原样保留`,
    en: `the column “${head}” is not used; it is kept for export`,
  });
}

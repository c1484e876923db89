import { groupBy } from '../checklists/group-by';
import type { Checklist } from '../records/checklist';
import { cellOf, headOf, textsOf } from './cell-of';
import type { FormNode, FormTree } from './form-tree';
import { languagesOf } from './languages';
import { otherRow } from './or-other';
import { isSelect, readType } from './read-type';
import { type RowFault, rowFault } from './row-fault';

interface TreeReading {
  readonly tree: FormTree;
  readonly faults: readonly RowFault[];
}

interface OpenNode extends FormNode {
  readonly children: OpenNode[];
}

export const rootPath = '/data';
/** Deeper than any form, and far from the end of the stack of what walks the tree. */
const deepest = 30;

/** The rows of a survey as a tree. Rows without a type and a name are remarks; rows that are switched off are passed over. */
export function readTree(checklist: Checklist): TreeReading {
  const { survey } = checklist;
  const { names: languages } = languagesOf(checklist);
  const faults: RowFault[] = [];
  const roots: OpenNode[] = [];
  const nodes: OpenNode[] = [];
  const open: OpenNode[] = [];
  const fault = (index: number, column: string, zh: string, en: string) =>
    faults.push(rowFault('survey', index, headOf(survey[index] ?? {}, column), { zh, en }));

  for (const [index, row] of survey.entries()) {
    const cell = cellOf(row, 'type');
    if (isYes(cellOf(row, 'disabled'))) continue;
    if (cell === '') {
      if (cellOf(row, 'name') !== '' || textsOf(row, 'label').size > 0) {
        fault(index, 'type', '这一行有题目，但没有填 type', 'this row has a question but no type');
      }
      continue;
    }
    const type = readType(cell);
    if (type.kind === 'unknown') {
      fault(index, 'type', `不认识题型“${cell}”`, `the type “${cell}” is not known`);
      continue;
    }
    if (type.kind === 'end') {
      const last = open.pop();
      const wanted = type.section === 'repeat' ? 'repeat' : 'group';
      if (last === undefined) {
        fault(index, 'type', `“${cell}”没有对应的 begin`, `“${cell}” has no begin`);
      } else if (last.kind !== wanted) {
        fault(
          index,
          'type',
          `“${cell}”与第 ${last.index + 2} 行的“${cellOf(last.row, 'type')}”不配对`,
          `“${cell}” does not match “${cellOf(last.row, 'type')}” of row ${last.index + 2}`,
        );
      }
      continue;
    }
    const parent = open.at(-1) ?? null;
    const isQuestion = type.kind === 'question';
    const name = cellOf(row, 'name') || madeName(isQuestion ? type.type : '', index);
    const node: OpenNode = {
      kind: isQuestion ? 'question' : type.section === 'repeat' ? 'repeat' : 'group',
      name,
      path: `${parent?.path ?? rootPath}/${name}`,
      type: isQuestion ? type.type : '',
      list: isQuestion ? type.list : '',
      orOther: isQuestion && type.orOther,
      row,
      index,
      parent,
      children: [],
    };
    const added = node.orOther ? [node, otherNode(node, languages)] : [node];
    (parent?.children ?? roots).push(...added);
    nodes.push(...added);
    if (isQuestion && isSelect(type.type) && type.list === '') {
      fault(index, 'type', `“${cell}”后面要写选项表的名称`, `“${cell}” needs the name of its list`);
    }
    if (isQuestion) continue;
    if (open.length === deepest) {
      fault(
        index,
        'type',
        `分组套了 ${deepest} 层以上`,
        `groups stand in each other more than ${deepest} deep`,
      );
      break;
    }
    open.push(node);
  }
  for (const { index, row } of open) {
    const cell = cellOf(row, 'type');
    fault(index, 'type', `“${cell}”没有对应的 end`, `“${cell}” has no end`);
  }
  return { tree: { roots, nodes, byName: groupBy(nodes, ({ name }) => name) }, faults };
}

/** As pyxform names what needs no name of its own. */
function madeName(type: string, index: number): string {
  if (type === 'audit') return 'audit';
  return type === 'note' ? `generated_note_name_${index + 2}` : '';
}

export function isYes(cell: string): boolean {
  return /^(?:yes|true|true\(\))$/i.test(cell);
}

/** The question behind the choice "other". */
function otherNode(select: OpenNode, languages: readonly string[]): OpenNode {
  const row = otherRow(select.name, languages);
  const name = cellOf(row, 'name');
  const path = `${select.path}_other`;
  return { ...select, name, path, type: 'text', list: '', orOther: false, row, children: [] };
}

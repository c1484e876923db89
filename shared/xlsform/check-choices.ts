import { cellOf, headOf } from './cell-of';
import type { FormContext } from './form-context';
import { isYes } from './read-tree';
import { type RowFault, rowFault } from './row-fault';

/** Lists that are asked and not there; choices without a name, with one that stands twice, or with spaces where several are chosen. */
export function checkChoices(form: FormContext): readonly RowFault[] {
  return [...missingLists(form), ...wrongChoices(form)];
}

function missingLists({ tree, lists }: FormContext): readonly RowFault[] {
  return tree.nodes.flatMap((node) => {
    const { list, type } = node;
    const isList = list !== '' && !type.endsWith('_from_file') && type !== 'select_one_external';
    if (!isList || list.startsWith('${') || lists.has(list)) return [];
    const words = {
      zh: `工作表“choices”里没有选项表“${list}”`,
      en: `the sheet “choices” has no list “${list}”`,
    };
    return [rowFault('survey', node.index, headOf(node.row, 'type'), words)];
  });
}

function wrongChoices({ checklist, lists, tree }: FormContext): readonly RowFault[] {
  const { choices, settings } = checklist;
  const mayRepeat = isYes(cellOf(settings, 'allow_choice_duplicates'));
  const several = new Set(
    tree.nodes
      .filter(({ type }) => type === 'rank' || type.startsWith('select_multiple'))
      .map(({ list }) => list),
  );
  const faults: RowFault[] = [];
  for (const [list, rows] of lists) {
    const seen = new Map<string, number>();
    for (const index of rows) {
      const row = choices[index] ?? {};
      const name = cellOf(row, 'name');
      const fault = (column: string, zh: string, en: string) =>
        faults.push(rowFault('choices', index, headOf(row, column), { zh, en }));
      if (list === '') {
        if (name !== '') fault('list_name', '选项没有填 list_name', 'the choice has no list_name');
        continue;
      }
      const first = seen.get(name);
      if (name === '') fault('name', `“${list}”的选项没有填 name`, `a choice of “${list}” has no name`);
      else if (first !== undefined && !mayRepeat) {
        fault('name', `“${list}”里有两个“${name}”`, `“${list}” has “${name}” twice`);
      } else if (several.has(list) && /\s/.test(name)) {
        fault(
          'name',
          `“${name}”含空格，而“${list}”用于多选或排序，答案以空格分隔`,
          `“${name}” has a space, and the answers of “${list}” are parted by spaces`,
        );
      }
      seen.set(name, first ?? index);
    }
  }
  return faults;
}

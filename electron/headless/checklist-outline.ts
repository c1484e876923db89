import type { Checklist } from '../../shared/records/checklist';
import { cellOf, textsOf } from '../../shared/xlsform/cell-of';
import { ancestorsOf } from '../../shared/xlsform/form-tree';
import { languagesOf } from '../../shared/xlsform/languages';
import { readTree } from '../../shared/xlsform/read-tree';
import { textFor } from '../../shared/xlsform/text-for';

/** The template in lines: what it is called, then every question indented by its groups, with its type, name and label. */
export function checklistOutline(checklist: Checklist): string {
  const { tree } = readTree(checklist);
  const { names, main } = languagesOf(checklist);
  const lists = new Set(
    checklist.choices.map((row) => cellOf(row, 'list_name')).filter((name) => name !== ''),
  );
  const questions = tree.nodes.filter(({ kind }) => kind === 'question').length;
  const lines = tree.nodes.map((node) => {
    const label = textFor(textsOf(node.row, 'label'), 'zh', main).replaceAll(/\s+/g, ' ').trim();
    const indent = '  '.repeat(ancestorsOf(node).length + 1);
    return `${indent}${cellOf(node.row, 'type') || node.type}  ${node.name}${label === '' ? '' : `  ${label}`}\n`;
  });
  return (
    `${checklist.title}  版本 version ${checklist.version}\n` +
    `${questions} 道题 questions，${lists.size} 个选项表 lists，语言 languages：${names.join('、')}\n` +
    lines.join('')
  );
}

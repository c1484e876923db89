import type { Checklist } from '../records/checklist';
import { cellOf } from './cell-of';
import { expressionColumns } from './columns';
import { readTree } from './read-tree';
import { fileId } from './write-instances';
import { readExpression } from './xpath/read-expression';

/** The CSV files that a checklist reads choices or values from and does not have yet: "districts.csv". */
export function wantedLists(checklist: Checklist): readonly string[] {
  const { tree } = readTree(checklist);
  const wanted = new Set<string>();
  const choiceLists = new Set(checklist.choices.map((row) => cellOf(row, 'list_name')));
  const had = new Set(Object.keys(checklist.lists).map(fileId));
  for (const node of tree.nodes) {
    if (/\.csv$/i.test(node.list)) wanted.add(node.list);
    for (const column of expressionColumns) {
      const read = readExpression(cellOf(node.row, column));
      if (!read.ok) continue;
      for (const { name, firstText } of read.parsed.calls) {
        if ((name === 'pulldata' || name === 'instance') && firstText) wanted.add(`${firstText}.csv`);
      }
    }
  }
  return [...wanted].filter((file) => !had.has(fileId(file)) && !choiceLists.has(fileId(file)));
}

import { cellOf, headOf } from './cell-of';
import type { FormContext } from './form-context';
import type { FormNode } from './form-tree';
import { type RowFault, rowFault } from './row-fault';
import { readExpression } from './xpath/read-expression';

const columns = ['calculation', 'relevant'] as const;

/** Questions whose calculation or condition needs, by any way round, its own result. One fault a circle, at its first row. */
export function checkCircles({ tree }: FormContext): readonly RowFault[] {
  const needs = new Map(tree.nodes.map((node) => [node, neededBy(node, tree.byName)]));
  const state = new Map<FormNode, 'open' | 'done'>();
  const faults: RowFault[] = [];

  // A walk with a stack of its own: a chain of thousands of calculations must not end the program's.
  for (const start of tree.nodes) {
    if (state.has(start)) continue;
    const way: { readonly node: FormNode; next: number }[] = [{ node: start, next: 0 }];
    state.set(start, 'open');
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const target = needs.get(top.node)?.[top.next];
      top.next += 1;
      if (target === undefined) {
        state.set(top.node, 'done');
        way.pop();
      } else if (state.get(target) === 'open') {
        const nodes = way.map(({ node }) => node);
        faults.push(circle(nodes.slice(nodes.indexOf(target))));
      } else if (!state.has(target)) {
        state.set(target, 'open');
        way.push({ node: target, next: 0 });
      }
    }
  }
  return faults;
}

/** What its own value or visibility needs: the answers named, and whether the group around it is shown. */
function neededBy(node: FormNode, byName: ReadonlyMap<string, readonly FormNode[]>): readonly FormNode[] {
  const needed = new Set<FormNode>(node.parent === null ? [] : [node.parent]);
  for (const column of columns) {
    // A calculation with a trigger runs once when that answer changes.
    if (column === 'calculation' && cellOf(node.row, 'trigger') !== '') continue;
    const read = readExpression(cellOf(node.row, column));
    if (!read.ok) continue;
    for (const { name, inPredicate, ofAllEntries, lastSaved } of read.parsed.references) {
      const target = byName.get(name)?.[0];
      // Inside brackets and indexed-repeat() another entry may be meant, as in running totals.
      if (target && !inPredicate && !ofAllEntries && !lastSaved) needed.add(target);
    }
  }
  return [...needed];
}

function circle(nodes: readonly FormNode[]): RowFault {
  const first = nodes.reduce((one, other) => (other.index < one.index ? other : one));
  const names = [...nodes, nodes[0]].map((node) => node?.name ?? '').join(' → ');
  const column = cellOf(first.row, 'calculation') === '' ? 'relevant' : 'calculation';
  return rowFault('survey', first.index, headOf(first.row, column), {
    zh: `计算循环：${names}`,
    en: `a circle of calculations: ${names}`,
  });
}

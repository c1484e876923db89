import { cellOf } from './cell-of';
import type { FormNode } from './form-tree';

/** The names in the column `trigger`: "${a}" or "${a}, ${b}". */
export function triggersOf(node: FormNode): readonly string[] {
  return [...cellOf(node.row, 'trigger').matchAll(/\$\{([^{}]*)\}/g)].map(([, name = '']) => name.trim());
}

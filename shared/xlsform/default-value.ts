import { cellOf } from './cell-of';
import type { FormNode } from './form-tree';
import { readExpression } from './xpath/read-expression';

/** A default that is computed when the form is opened, one that is written as it is, or none. */
export type DefaultValue =
  | { readonly kind: 'dynamic'; readonly expression: string }
  | { readonly kind: 'fixed'; readonly text: string }
  | null;

/** pyxform's rule: a default with a function, a `${name}`, a predicate or a sum is dynamic; a date with hyphens is not. */
export function defaultOf(node: FormNode): DefaultValue {
  const cell = cellOf(node.row, 'default');
  if (cell === '') return null;
  const fixed = {
    kind: 'fixed',
    text: node.type === 'image' && !cell.includes('://') ? `jr://images/${cell}` : cell,
  } as const;
  const read = readExpression(cell);
  if (!read.ok) return /\$\{|\w\(/.test(cell) ? { kind: 'dynamic', expression: cell } : fixed;
  const { references, calls, tokens } = read.parsed;
  const isDate = node.type === 'date' || node.type === 'dateTime' || node.type === 'time';
  const isSum =
    tokens.some(({ kind }) => kind === 'operator') && tokens.some(({ kind }) => kind === 'number');
  const hasPredicate = tokens.some(({ kind, text }) => kind === 'symbol' && text === '[');
  const computed = references.length > 0 || calls.length > 0 || hasPredicate || (isSum && !isDate);
  return computed ? { kind: 'dynamic', expression: cell } : fixed;
}

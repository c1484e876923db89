import type { Checklist } from '../records/checklist';
import { groupBy } from '../checklists/group-by';
import { cellOf } from './cell-of';
import type { FormNode, FormTree } from './form-tree';
import { languagesOf } from './languages';
import { isYes } from './read-tree';
import { triggersOf } from './triggers-of';
import { resolveReferences } from './resolve-references';
import { isUnsupportedFunction } from './xpath/functions';
import { readExpression } from './xpath/read-expression';

/** What every part of the writer needs of the form. */
export interface FormContext {
  readonly checklist: Checklist;
  readonly tree: FormTree;
  readonly languages: readonly string[];
  readonly mainLanguage: string;
  /** The places of the rows of each list in the sheet `choices`. */
  readonly lists: ReadonlyMap<string, readonly number[]>;
  /** What is computed when an answer changes, by its name. */
  readonly triggered: ReadonlyMap<string, readonly FormNode[]>;
}

export function formContext(checklist: Checklist, tree: FormTree): FormContext {
  const { names, main } = languagesOf(checklist);
  const lists = groupBy(checklist.choices.keys(), (index) =>
    cellOf(checklist.choices[index] ?? {}, 'list_name'),
  );
  const pairs = tree.nodes.flatMap((node) => triggersOf(node).map((name) => ({ name, node })));
  const triggered = new Map(
    [...groupBy(pairs, ({ name }) => name)].map(([name, list]) => [name, list.map(({ node }) => node)]),
  );
  return { checklist, tree, languages: names, mainLanguage: main, lists, triggered };
}

/** The XPath of an expression cell with its paths; undefined where the cell is empty. "yes" and "no" are true() and false(). */
export function xpathOf(form: FormContext, node: FormNode, column: string): string | undefined {
  const cell = cellOf(node.row, column);
  if (cell === '') return undefined;
  if (isYes(cell)) return 'true()';
  if (/^(?:no|false|false\(\))$/i.test(cell)) return 'false()';
  return pathsIn(form, node, cell, column === 'choice_filter') ?? undefined;
}

/**
 * Any expression with its paths, as seen from a node. Null where it uses a function that is not supported: the engine would
 * refuse the whole form, and the check has told that this expression has no effect.
 */
export function pathsIn(
  form: FormContext,
  node: FormNode | null,
  cell: string,
  fromList = false,
): string | null {
  const read = readExpression(cell);
  if (!read.ok || read.parsed.calls.some(({ name }) => isUnsupportedFunction(name))) return null;
  return resolveReferences(read.source, read.parsed, form.tree, node, { fromList });
}

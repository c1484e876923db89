import { type FormNode, type FormTree, ancestorsOf } from './form-tree';
import type { ParsedXpath } from './xpath/parse-xpath';

/** How `${name}` is written where the expression is evaluated from an entry of a list instead of its question. */
interface Place {
  readonly fromList?: boolean;
}

/**
 * The expression with a path for every `${name}`, as pyxform writes it: relative where the question and what it names share
 * a repeat, so that it is the same entry; absolute elsewhere. A name that is not in the form is left for the check to tell.
 */
export function resolveReferences(
  source: string,
  parsed: ParsedXpath,
  tree: FormTree,
  context: FormNode | null,
  place: Place = {},
): string {
  let text = '';
  let from = 0;
  for (const reference of parsed.references) {
    // No answers of an earlier form are kept with this one: that value is empty.
    const target = reference.lastSaved ? undefined : tree.byName.get(reference.name)?.[0];
    const relative = context && target && !reference.ofAllEntries ? relativePath(context, target) : null;
    const isInList = (place.fromList ?? false) || reference.inListPredicate;
    const isFromCurrent = isInList && !reference.inText;
    const path =
      relative === null ? (target?.path ?? "''") : `${isFromCurrent ? 'current()/' : ''}${relative}`;
    // Spaces, so that "${a}div 2" stays three words; a path between quotes is taken as it is.
    text += source.slice(from, reference.start) + (reference.inText ? path : ` ${path} `);
    from = reference.end;
  }
  return (text + source.slice(from)).trim();
}

/** "../other" where both stand in one repeat, else null. */
export function relativePath(context: FormNode, target: FormNode): string | null {
  const around = [context, ...ancestorsOf(context)];
  const shared = ancestorsOf(target).find((node) => around.slice(1).includes(node));
  const inRepeat = [shared, ...(shared ? ancestorsOf(shared) : [])].some((node) => node?.kind === 'repeat');
  if (shared === undefined || !inRepeat) return null;
  const up = around.indexOf(shared);
  return `${Array.from({ length: up }, () => '..').join('/')}${target.path.slice(shared.path.length)}`;
}

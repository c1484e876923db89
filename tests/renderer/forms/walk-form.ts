import { newId } from '../../../shared/ids/new-id';
import type { Form, FormNode, Question, Repeat } from '../../../renderer/forms/form';

/** The questions of a form as a person walks through them, groups and entries of repeats opened. */
function questions(nodes: readonly FormNode[]): readonly Question[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'question') return [node];
    return node.kind === 'group'
      ? questions(node.children)
      : node.instances.flatMap((one) => questions(one.children));
  });
}

/** The paths of the entries of every repeat, in their order, by the path of the repeat. */
function entries(nodes: readonly FormNode[]): readonly (readonly [string, readonly string[]])[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'question') return [];
    if (node.kind === 'group') return entries(node.children);
    return [
      [node.path, node.instances.map((one) => one.path)] as const,
      ...node.instances.flatMap((one) => entries(one.children)),
    ];
  });
}

/** "hazards[2]/photo" is asked for by the place of the entry; an entry is kept under a number of its own. */
function keptPath(form: Form, path: string): string {
  const paths = new Map(entries(form.tree()));
  return path.split('/').reduce((before, step) => {
    const [, name = step, place = ''] = /^(.*)\[(\d+)\]$/.exec(step) ?? [];
    const next = before === '' ? name : `${before}/${name}`;
    return place === '' ? next : (paths.get(next)?.[Number(place) - 1] ?? `${next}[${place}]`);
  }, '');
}

/** The question at this path; undefined while it is not asked. */
export const question = (form: Form, path: string) =>
  questions(form.tree()).find((one) => one.path === keptPath(form, path));
export const valueOf = (form: Form, path: string) =>
  form.leaves().find((leaf) => leaf.path === keptPath(form, path))?.value;

/** Answers as a person would: only what is asked can be answered. */
export function answer(form: Form, path: string, value: string): void {
  const found = question(form, path);
  if (!found) throw new Error(`${path} is not asked`);
  form.set(found.key, value);
}

/** The repeat of this path. */
export function repeatAt(form: Form, path: string): Repeat {
  const find = (nodes: readonly FormNode[]): Repeat | undefined =>
    nodes
      .map((node) => (node.kind === 'repeat' && node.path === path ? node : find(childrenOf(node))))
      .find((node) => node !== undefined);
  const found = find(form.tree());
  if (!found) throw new Error(`${path} is no repeat`);
  return found;
}

function childrenOf(node: FormNode): readonly FormNode[] {
  if (node.kind === 'question') return [];
  return node.kind === 'group' ? node.children : node.instances;
}

let millis = 1_790_000_000_000;

/** Ids of version 7 that differ in their time alone. */
export function testId(): string {
  millis += 1;
  return newId(
    () => millis,
    (length) => new Uint8Array(length),
  );
}

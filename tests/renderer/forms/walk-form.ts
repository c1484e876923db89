import type { Form, FormNode, Question } from '../../../renderer/forms/form';

/** The questions of a form as a person walks through them, groups and entries of repeats opened. */
function questions(nodes: readonly FormNode[]): readonly Question[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'question') return [node];
    return node.kind === 'group'
      ? questions(node.children)
      : node.instances.flatMap((one) => questions(one.children));
  });
}

/** The question at this path; undefined while it is not asked. */
export const question = (form: Form, path: string) => questions(form.tree()).find((one) => one.path === path);
export const valueOf = (form: Form, path: string) => form.leaves().find((leaf) => leaf.path === path)?.value;

/** Answers as a person would: only what is asked can be answered. */
export function answer(form: Form, path: string, value: string): void {
  const found = question(form, path);
  if (!found) throw new Error(`${path} is not asked`);
  form.set(found.key, value);
}

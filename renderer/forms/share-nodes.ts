import type { Choice, FormNode, Group, Question } from './form';

/**
 * The node as it was drawn before, where nothing in it changed: a form of a thousand questions is read anew with every key, and
 * only what changed is drawn again.
 */
export function shareNode<T extends FormNode>(before: FormNode | undefined, now: T): T {
  return before?.kind === now.kind && isSame(before, now) ? (before as T) : now;
}

function isSame(before: FormNode, now: FormNode): boolean {
  if (before.path !== now.path || before.label !== now.label) return false;
  switch (now.kind) {
    case 'question':
      return isSameQuestion(before as Question, now);
    case 'group':
      return isSameList((before as Group).children, now.children);
    case 'repeat':
      return (
        before.kind === 'repeat' && before.free === now.free && isSameList(before.instances, now.instances)
      );
    default:
      return now satisfies never;
  }
}

function isSameQuestion(before: Question, now: Question): boolean {
  return (
    before.value === now.value &&
    before.hint === now.hint &&
    before.required === now.required &&
    before.readonly === now.readonly &&
    before.violation?.kind === now.violation?.kind &&
    before.violation?.message === now.violation?.message &&
    before.choices.length === now.choices.length &&
    before.choices.every((choice, index) => isSameChoice(choice, now.choices[index]))
  );
}

function isSameChoice(before: Choice, now: Choice | undefined): boolean {
  return before.value === now?.value && before.label === now.label;
}

function isSameList(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((one, index) => one === now[index]);
}

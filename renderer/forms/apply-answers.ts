import type { AnyNode, RootNode } from '@getodk/xforms-engine';
import { answerText } from '../../shared/checklists/answer-text';
import type { EntryKeys } from './entry-keys';
import type { Answers } from './form';
import { setValue } from './set-value';

/**
 * Sets what differs from the answers given; entries of repeats that are answered and not there yet are added first, where they
 * belong. Null for the path of an entry takes the entry away.
 */
export function applyAnswers(root: RootNode, answers: Answers, keys: EntryKeys): void {
  const changed = new Set(Object.keys(answers).flatMap(ancestors));
  applyUnder(root, '', { answers, keys, changed });
}

interface Applied {
  readonly answers: Answers;
  readonly keys: EntryKeys;
  /** Paths with something to apply at or below them. */
  readonly changed: ReadonlySet<string>;
}

function applyUnder(node: AnyNode, path: string, applied: Applied): void {
  const { answers, keys, changed } = applied;
  if (path !== '' && !changed.has(path)) return;
  if (node.nodeType === 'repeat-range:uncontrolled') arrangeEntries(node, path, applied);
  if (node.nodeType === 'repeat-range:uncontrolled' || node.nodeType === 'repeat-range:controlled') {
    const entries = node.currentState.children;
    const paths = keys.pathsOf(entries, path);
    for (const [index, entry] of entries.entries()) applyUnder(entry, paths[index] ?? '', applied);
    return;
  }
  const { currentState } = node;
  for (const child of currentState.children ?? []) applyUnder(child, keys.pathOf(child, node, path), applied);
  if (!('instanceValue' in currentState) || !Object.hasOwn(answers, path)) return;
  const wanted = answerText(answers[path] ?? null);
  const calculated = node.nodeType === 'model-value' || node.definition.bind.calculate !== null;
  if (!calculated && wanted !== currentState.instanceValue) setValue(node, wanted);
}

type FreeRepeat = Extract<AnyNode, { readonly nodeType: 'repeat-range:uncontrolled' }>;

function arrangeEntries(node: FreeRepeat, path: string, { answers, keys, changed }: Applied): void {
  const pathsNow = () => keys.pathsOf(node.currentState.children, path);
  for (const gone of pathsNow().filter((one) => answers[one] === null)) {
    node.removeInstances(pathsNow().indexOf(gone));
  }
  const added = [...changed]
    .filter((one) => one.startsWith(`${path}[`) && one.endsWith(']') && !one.slice(path.length).includes('/'))
    .filter((one) => answers[one] !== null && isAnswered(one, answers) && !pathsNow().includes(one))
    .map((one) => Number(one.slice(path.length + 1, -1)))
    .sort((a, b) => a - b);
  for (const number of added) {
    const before = pathsNow().filter((one) => Number(one.slice(path.length + 1, -1)) < number).length;
    node.addInstances(before - 1);
    const entry = node.currentState.children[before];
    if (entry) keys.give(entry, String(number));
  }
}

function isAnswered(entry: string, answers: Answers): boolean {
  return Object.entries(answers).some(([path, value]) => value !== null && path.startsWith(`${entry}/`));
}

/** "a[3]/b" is at or below "a", "a[3]" and "a[3]/b". */
function ancestors(path: string): readonly string[] {
  const steps = path.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'));
  return steps.flatMap((step) =>
    step.endsWith(']') ? [step.slice(0, step.lastIndexOf('[')), step] : [step],
  );
}

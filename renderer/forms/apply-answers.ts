import type { AnyNode, RootNode } from '@getodk/xforms-engine';
import { answerText } from '../../shared/checklists/answer-text';
import type { Answers } from './form';
import { pathOf } from './path-of';
import { setValue } from './set-value';

/** Sets what differs from the answers given; repeats that are answered and not there yet are added first. */
export function applyAnswers(root: RootNode, answers: Answers): void {
  applyUnder(root, answers);
}

function applyUnder(node: AnyNode, answers: Answers): void {
  const { currentState } = node;
  const path = pathOf(currentState.reference);
  if (node.nodeType === 'repeat-range:uncontrolled') {
    const missing = highestIndex(path, answers) - node.currentState.children.length;
    if (missing > 0) node.addInstances(undefined, missing);
  }
  for (const child of node.currentState.children ?? []) applyUnder(child, answers);
  if (!('instanceValue' in currentState) || !Object.hasOwn(answers, path)) return;
  const wanted = answerText(answers[path] ?? null);
  const calculated = node.nodeType === 'model-value' || node.definition.bind.calculate !== null;
  if (!calculated && wanted !== currentState.instanceValue) setValue(node, wanted);
}

/** The number of the last instance of a repeat that has an answer which is not gone. */
function highestIndex(path: string, answers: Answers): number {
  const start = `${path}[`;
  return Object.entries(answers)
    .filter(([name, value]) => name.startsWith(start) && value !== null)
    .reduce((highest, [name]) => Math.max(highest, Number.parseInt(name.slice(start.length), 10) || 0), 0);
}

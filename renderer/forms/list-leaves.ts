import type { AnyNode, RootNode } from '@getodk/xforms-engine';
import type { Leaf } from './form';
import { pathOf } from './path-of';

/** Every value of the form in its order, but for ODK's own `meta`. */
export function listLeaves(root: RootNode): readonly Leaf[] {
  return [...leavesUnder(root)].filter((leaf) => !leaf.path.startsWith('meta/'));
}

function* leavesUnder(node: AnyNode): Generator<Leaf> {
  const { currentState } = node;
  if (currentState.children !== null) {
    for (const child of currentState.children) yield* leavesUnder(child);
    return;
  }
  if (!('instanceValue' in currentState)) return;
  yield {
    path: pathOf(currentState.reference),
    value: currentState.instanceValue,
    calculated: node.nodeType === 'model-value' || node.definition.bind.calculate !== null,
    relevant: currentState.relevant,
  };
}

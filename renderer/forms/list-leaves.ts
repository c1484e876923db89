import type { AnyNode, RootNode } from '@getodk/xforms-engine';
import type { EntryKeys } from './entry-keys';
import type { Leaf } from './form';
import { writtenValue } from './written-value';

/** Every value of the form in its order, but for ODK's own `meta`. */
export function listLeaves(root: RootNode, keys: EntryKeys): readonly Leaf[] {
  return [...leavesUnder(root, '', keys)].filter((leaf) => !leaf.path.startsWith('meta/'));
}

function* leavesUnder(node: AnyNode, path: string, keys: EntryKeys): Generator<Leaf> {
  if (node.nodeType === 'repeat-range:controlled' || node.nodeType === 'repeat-range:uncontrolled') {
    const entries = node.currentState.children;
    const paths = keys.pathsOf(entries, path);
    for (const [index, entry] of entries.entries()) yield* leavesUnder(entry, paths[index] ?? '', keys);
    return;
  }
  const { currentState } = node;
  if (currentState.children !== null) {
    for (const child of currentState.children)
      yield* leavesUnder(child, keys.pathOf(child, node, path), keys);
    return;
  }
  if (!('instanceValue' in currentState)) return;
  yield {
    path,
    value: writtenValue(node, currentState.instanceValue),
    calculated: node.nodeType === 'model-value' || node.definition.bind.calculate !== null,
    relevant: currentState.relevant,
    isText: node.nodeType === 'input' && node.valueType === 'string',
  };
}

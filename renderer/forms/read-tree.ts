import type { AnyNode, GeneralChildNode, RepeatInstanceNode, RootNode } from '@getodk/xforms-engine';
import { appearancesOf } from './appearances-of';
import type { FormNode, Group } from './form';
import { pathOf } from './path-of';
import { readQuestion } from './read-question';

export type EngineNode = AnyNode;

/** What of the form is asked now, and in `found` the engine's nodes behind it. */
export function readTree(root: RootNode, found: Map<string, EngineNode>): readonly FormNode[] {
  return readChildren(root.currentState.children, found);
}

function readChildren(
  children: readonly GeneralChildNode[],
  found: Map<string, EngineNode>,
): readonly FormNode[] {
  return children.flatMap((node) => {
    if (!node.currentState.relevant) return [];
    found.set(node.nodeId, node);
    switch (node.nodeType) {
      case 'model-value':
        return [];
      case 'group':
        return readGroup(node, found);
      case 'repeat-range:controlled':
      case 'repeat-range:uncontrolled':
        return [
          {
            kind: 'repeat' as const,
            key: node.nodeId,
            path: pathOf(node.currentState.reference),
            label: node.currentState.label?.asString ?? '',
            instances: node.currentState.children.map((instance: RepeatInstanceNode) =>
              readInstance(instance, found),
            ),
            free: node.nodeType === 'repeat-range:uncontrolled',
          },
        ];
      default:
        return [readQuestion(node)];
    }
  });
}

/** A group without a question that shows is no heading to show either. */
function readGroup(
  node: Extract<GeneralChildNode, { readonly nodeType: 'group' }>,
  found: Map<string, EngineNode>,
): readonly FormNode[] {
  const children = readChildren(node.currentState.children, found);
  if (children.length === 0) return [];
  return [
    {
      kind: 'group',
      key: node.nodeId,
      path: pathOf(node.currentState.reference),
      label: node.currentState.label?.asString ?? '',
      appearances: appearancesOf(node.appearances),
      children,
    },
  ];
}

function readInstance(node: RepeatInstanceNode, found: Map<string, EngineNode>): Group {
  found.set(node.nodeId, node);
  return {
    kind: 'group',
    key: node.nodeId,
    path: pathOf(node.currentState.reference),
    label: node.currentState.label?.asString ?? '',
    appearances: appearancesOf(node.appearances),
    children: readChildren(node.currentState.children, found),
  };
}

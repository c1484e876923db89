import type {
  AnyNode,
  GeneralChildNode,
  GroupNode,
  RepeatInstanceNode,
  RootNode,
} from '@getodk/xforms-engine';
import { appearancesOf } from './appearances-of';
import type { EntryKeys } from './entry-keys';
import type { FormNode, Group } from './form';
import { readQuestion } from './read-question';
import { shareNode } from './share-nodes';

export type EngineNode = AnyNode;

interface Reading {
  readonly keys: EntryKeys;
  /** The engine's nodes behind what is asked, by key. */
  readonly found: Map<string, EngineNode>;
  /** What was drawn last, and what is drawn now, by key. */
  readonly before: ReadonlyMap<string, FormNode>;
  readonly now: Map<string, FormNode>;
}

/** What of the form is asked now. */
export function readTree(root: RootNode, reading: Reading): readonly FormNode[] {
  return readChildren(root, '', reading);
}

function readChildren(
  parent: RootNode | GroupNode | RepeatInstanceNode,
  parentPath: string,
  reading: Reading,
): readonly FormNode[] {
  const children: readonly GeneralChildNode[] = parent.currentState.children;
  return children.flatMap((node): readonly FormNode[] => {
    if (!node.currentState.relevant) return [];
    reading.found.set(node.nodeId, node);
    const path = reading.keys.pathOf(node, parent, parentPath);
    switch (node.nodeType) {
      case 'model-value':
        return [];
      case 'group':
        return readGroup(node, path, reading);
      case 'repeat-range:controlled':
      case 'repeat-range:uncontrolled': {
        const entries: readonly RepeatInstanceNode[] = node.currentState.children;
        const paths = reading.keys.pathsOf(entries, path);
        return [
          share(reading, {
            kind: 'repeat',
            key: node.nodeId,
            path,
            label: node.currentState.label?.asString ?? '',
            instances: entries.map((entry, index) => readInstance(entry, paths[index] ?? '', reading)),
            free: node.nodeType === 'repeat-range:uncontrolled',
          }),
        ];
      }
      default:
        return [share(reading, readQuestion(node, path))];
    }
  });
}

/** A group without a question that shows is no heading to show either. */
function readGroup(node: GroupNode, path: string, reading: Reading): readonly FormNode[] {
  const children = readChildren(node, path, reading);
  if (children.length === 0) return [];
  return [
    share(reading, {
      kind: 'group',
      key: node.nodeId,
      path,
      label: node.currentState.label?.asString ?? '',
      appearances: appearancesOf(node.appearances),
      children,
    }),
  ];
}

function readInstance(node: RepeatInstanceNode, path: string, reading: Reading): Group {
  reading.found.set(node.nodeId, node);
  return share(reading, {
    kind: 'group',
    key: node.nodeId,
    path,
    label: node.currentState.label?.asString ?? '',
    appearances: appearancesOf(node.appearances),
    children: readChildren(node, path, reading),
  });
}

function share<T extends FormNode>({ before, now }: Reading, node: T): T {
  const shared = shareNode(before.get(node.key), node);
  now.set(node.key, shared);
  return shared;
}

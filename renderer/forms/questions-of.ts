import type { FormNode, Question } from './form';

/** All questions of a tree in their order. */
export function questionsOf(nodes: readonly FormNode[]): readonly Question[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'question') return [node];
    return questionsOf(node.kind === 'group' ? node.children : node.instances);
  });
}

/** Those that a person answers: no notes, nothing that the form fills in itself. */
export function askedOf(nodes: readonly FormNode[]): readonly Question[] {
  return questionsOf(nodes).filter((question) => question.type !== 'note' && !question.readonly);
}

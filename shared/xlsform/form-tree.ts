import type { Row } from '../records/checklist';

/** A row of the survey in its place: a question, or a group or repeat with what stands between its begin and end. */
export interface FormNode {
  readonly kind: 'question' | 'group' | 'repeat';
  readonly name: string;
  /** "/data/safety/permit". */
  readonly path: string;
  /** One of `questionTypes` or `unsupportedTypes`; empty for groups and repeats. */
  readonly type: string;
  /** The list or file whose choices are asked. */
  readonly list: string;
  readonly orOther: boolean;
  readonly row: Row;
  /** The place of its row in the survey, from 0. */
  readonly index: number;
  readonly parent: FormNode | null;
  readonly children: readonly FormNode[];
}

export interface FormTree {
  readonly roots: readonly FormNode[];
  /** Every node in the order of the survey. */
  readonly nodes: readonly FormNode[];
  readonly byName: ReadonlyMap<string, readonly FormNode[]>;
}

/** The node and all that it stands in, from the inside. */
export function ancestorsOf(node: FormNode): readonly FormNode[] {
  const ancestors: FormNode[] = [];
  for (let one = node.parent; one !== null; one = one.parent) ancestors.push(one);
  return ancestors;
}

import type { AnyNode } from '@getodk/xforms-engine';
import { keepWritten } from './written-value';

/** Sets an answer as ODK writes it. What the form made read-only stays as it is. */
export function setValue(node: AnyNode, value: string): void {
  if (node.currentState.readonly) return;
  keepWritten(node, value);
  switch (node.nodeType) {
    case 'select':
      node.selectValues(names(value));
      return;
    case 'rank':
      node.setValues(names(value));
      return;
    case 'trigger':
      node.setValue(value !== '');
      return;
    case 'upload':
      // The answer is the attachment's id. The bytes are with the attachment, the engine needs no copy.
      node.setValue(value === '' ? null : new File([], value));
      return;
    case 'input':
    case 'range':
      // All of the engine's types can be set from text; its union of setters cannot say so.
      (node.setValue as (text: string) => void).call(node, value);
      return;
    default:
  }
}

function names(value: string): readonly string[] {
  return value.split(/\s+/).filter((name) => name !== '');
}

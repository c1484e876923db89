import type { AnyNode } from '@getodk/xforms-engine';

/** Decimals as they were written: 272.80 says more than 272.8, which is all that the engine keeps. */
const written = new WeakMap<object, string>();

export function keepWritten(node: AnyNode, text: string): void {
  if ('valueType' in node && node.valueType === 'decimal') written.set(node, text);
}

/** The value that the engine has of a node, as it was written, while it still is that number. */
export function writtenValue(node: object, value: string): string {
  const text = written.get(node);
  return text !== undefined && value !== '' && Number(text) === Number(value) ? text : value;
}

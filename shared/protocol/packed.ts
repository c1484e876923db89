import { z } from 'zod';
import type { BridgeCall } from './bridge';

const packedSchema = z.strictObject({ packed: z.string() });

export type Packed = Readonly<z.infer<typeof packedSchema>>;

/**
 * Calls that carry thousands of changes, or answer with them. Between the worlds of a page every object is copied property by
 * property, and again on the way to main, which took longer than all else an exchange does; one text is copied as such.
 */
export const packedCalls: readonly BridgeCall[] = [
  'journal.append',
  'journal.read',
  'imports.append',
  'sync.exchange',
];

export function pack(value: unknown): Packed {
  return { packed: JSON.stringify(value) };
}

/** The value that was packed; undefined for what was not. Throws a SyntaxError where the text is no JSON. */
export function unpack(value: unknown): { readonly value: unknown } | undefined {
  const read = packedSchema.safeParse(value);
  return read.success ? { value: JSON.parse(read.data.packed) as unknown } : undefined;
}

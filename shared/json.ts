import { z } from 'zod';

/** What a field may hold and a change may carry: JSON, nothing that loses itself on the way. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** No form nests its answers as deep; a reader that follows a value must not run out of stack. */
const deepest = 100;

/** One function, not a schema that names itself: such a schema cannot be compiled, and costs ten times as much on thousands of changes. */
export const jsonSchema = z.custom<Json>((value) => isJson(value, deepest));

function isJson(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      if (value === null) return true;
      if (depth === 0) return false;
      if (Array.isArray(value)) return value.every((item) => isJson(item, depth - 1));
      return (
        isPlain(value) &&
        Object.entries(value).every(([key, item]) => key !== '__proto__' && isJson(item, depth - 1))
      );
    default:
      return false;
  }
}

/** A date or a map is an object that JSON would empty. By its tag, since one of another window's world has other ancestors. */
function isPlain(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Object]';
}

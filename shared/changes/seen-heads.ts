import { answerText } from '../checklists/answer-text';
import type { Json } from '../json';
import { project } from './project';
import type { Head, RecordState } from './record-state';

/**
 * The values of a field that an edit may replace which `device` made from `from`: those that look like that, and its own. Whatever
 * else stands there came from elsewhere and did not lie before the person.
 */
export function seenHeads(device: string, state: RecordState, name: string, from: Json): readonly Head[] {
  const { heads } = (Object.hasOwn(state.fields, name) && state.fields[name]) || { heads: [] };
  const seen = keyOf(name, from);
  return heads.filter(
    (head) =>
      head.device === device ||
      keyOf(name, head.value) === seen ||
      keyOf(name, readAlone(state, name, head)) === seen,
  );
}

/** What a screen shows where this value stands alone: with defaults, and in the words of today. */
function readAlone(state: RecordState, name: string, head: Head): Json | undefined {
  const alone = { ...state, fields: { ...state.fields, [name]: { heads: [head], past: [] } } };
  const [owner, entry] = partsOf(name);
  const record = project(alone) as Readonly<Record<string, Json | undefined>> | null;
  const value = record?.[owner];
  if (entry === undefined) return value;
  return value && typeof value === 'object' && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)[entry]
    : undefined;
}

function partsOf(name: string): readonly [string, string?] {
  const dot = name.indexOf('.');
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** Answers are compared as a form writes them, where a figure is a text and no answer an empty one. */
function keyOf(name: string, value: Json | undefined): string {
  const told = value ?? null;
  return JSON.stringify(name.startsWith('answers.') ? answerText(told) : told, inOrder);
}

/** The parts of a value by their names: a schema and a screen may write them in other orders. */
function inOrder(_: string, part: Json): Json {
  if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
}

import { z } from 'zod';
import { oldFields } from '../records/old-fields';
import { recordSchemas } from '../records/record-schemas';
import type { Change } from './change';

type Shape = Readonly<Record<string, z.ZodType>>;

/** What each kind may hold, old fields among them: put together and compiled once, since thousands of changes are checked at a time. */
const shapes = new Map<Change['kind'], Shape>();

function shapeOf(kind: Change['kind']): Shape {
  const known = shapes.get(kind);
  if (known) return known;
  const fields: Shape = { ...oldFields[kind]?.shape, ...recordSchemas[kind].shape };
  const shape = Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, z.compile(schema)]));
  shapes.set(kind, shape);
  return shape;
}

/** The names of the fields that the kind does not have or whose value does not fit; empty when the change may be accepted. */
export function checkChange({ kind, fields }: Change): readonly string[] {
  const shape = shapeOf(kind);
  const faults: string[] = [];
  for (const name in fields) if (!fits(shape, name, fields[name]?.value)) faults.push(name);
  return faults;
}

function fits(shape: Shape, name: string, value: unknown): boolean {
  const dot = name.indexOf('.');
  const owner = dot < 0 ? name : name.slice(0, dot);
  const schema = owner !== 'id' && Object.hasOwn(shape, owner) ? shape[owner] : undefined;
  if (!schema) return false;
  return z.validate(schema, dot < 0 ? value : { [name.slice(dot + 1)]: value });
}

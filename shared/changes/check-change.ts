import { oldFields } from '../records/old-fields';
import { recordSchemas } from '../records/record-schemas';
import type { Change } from './change';

type Shape = Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>>;

/** What each kind may hold, old fields among them; put together once, since thousands are checked at a time. */
const shapes = new Map<Change['kind'], Shape>();

function shapeOf(kind: Change['kind']): Shape {
  const known = shapes.get(kind);
  if (known) return known;
  const shape: Shape = { ...oldFields[kind]?.shape, ...recordSchemas[kind].shape };
  shapes.set(kind, shape);
  return shape;
}

/** The names of the fields that the kind does not have or whose value does not fit; empty when the change may be accepted. */
export function checkChange(change: Change): readonly string[] {
  const shape = shapeOf(change.kind);
  return Object.entries(change.fields)
    .filter(([name, edit]) => {
      const dot = name.indexOf('.');
      const owner = dot < 0 ? name : name.slice(0, dot);
      const entry = dot < 0 ? undefined : name.slice(dot + 1);
      const schema = owner !== 'id' && Object.hasOwn(shape, owner) ? shape[owner] : undefined;
      return !schema?.safeParse(entry === undefined ? edit.value : { [entry]: edit.value }).success;
    })
    .map(([name]) => name);
}

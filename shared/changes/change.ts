import { z } from 'zod';
import { idSchema } from '../ids/id';
import { jsonSchema } from '../json';
import { recordKinds } from '../records/record-schemas';

/**
 * A field of a record, or one entry of a map field: "text", "answers.permit". An entry may be a path through groups and
 * numbered repeats, in names of any script: "answers.隐患[1]/photo". The number of an entry is its own for good, its place among
 * the others may change, so that it has room for one that two laptops do not give twice. Names that every object has are none.
 */
export const fieldNameSchema = z
  .string()
  .max(200)
  .regex(
    /^[A-Za-z][A-Za-z0-9_]*(?:\.[\p{L}_][\p{L}\p{M}\p{Nd}_.-]*(?:\[[1-9]\d{0,14}\])?(?:\/[\p{L}_][\p{L}\p{M}\p{Nd}_.-]*(?:\[[1-9]\d{0,14}\])?)*)?$/u,
  )
  .refine((name) => !/[./](?:__proto__|constructor|prototype)(?:[/[]|$)/.test(name));

/** How many edits of each device a text rests on: labels of who knew what, and no clock. */
export const textSeenSchema = z.record(idSchema, z.number().int().nonnegative());

/**
 * What a long text was made from: the text that its author's device last got from elsewhere, '' for one's own from the start.
 * Autosaves of one sitting hand it on, so that two people who began with the same text can be brought together letter by letter.
 */
const textBaseShape = {
  text: z.string(),
  seen: textSeenSchema,
  /** The number of this edit among those of its device, of this field. */
  own: z.number().int().positive(),
};

export const textBaseSchema = z.object(textBaseShape);

/** So many values one change replaces at most; where more stand side by side, the next decision ends the rest. */
export const mostReplaced = 1000;

const fieldEditShape = {
  value: jsonSchema,
  /** The changes of this field whose values the author saw and replaced. */
  replaces: z.array(idSchema).max(mostReplaced),
  /** Long text only; changes of earlier versions lack it. */
  base: textBaseSchema.optional(),
  /** Of a deletion: the changes whose values its author saw in all fields. One that is not among them is brought before people. */
  saw: z.array(idSchema).optional(),
};

export const fieldEditSchema = z.object(fieldEditShape);

const changeShape = {
  id: idSchema,
  scope: idSchema,
  kind: z.enum(recordKinds),
  record: idSchema,
  fields: z.record(fieldNameSchema, fieldEditSchema),
  author: z.string().max(200),
  device: idSchema,
  /** The device's wall clock (ISO 8601): a label for people. No rule reads it. */
  at: z.string().max(40),
};

/**
 * 变更: one edit of one record, the only thing that travels. Immutable once it has an id. Compiled, since thousands are read at a
 * time; where a page's policy forbids code that is made while it runs, the schema does the same more slowly.
 */
export const changeSchema = z.compile(z.object(changeShape));

/** A change with nothing beside it that the schema would leave out: it may stay the object, and the text, that it came as. */
export const exactChangeSchema = z.compile(
  z.strictObject({
    ...changeShape,
    fields: z.record(
      fieldNameSchema,
      z.strictObject({ ...fieldEditShape, base: z.strictObject(textBaseShape).optional() }),
    ),
  }),
);

/** A change of which only the id is sure: a newer Xunji may have made it. It stays the object that it came as. */
export const anyChangeSchema = z
  .custom<{ readonly id: string; readonly [name: string]: unknown }>(
    (value) =>
      typeof value === 'object' && value !== null && 'id' in value && idSchema.safeParse(value.id).success,
  )
  .meta({ type: 'object', properties: { id: { type: 'string' } }, required: ['id'] });

export type TextSeen = Readonly<z.infer<typeof textSeenSchema>>;
export type TextBase = Readonly<z.infer<typeof textBaseSchema>>;
export type FieldEdit = Readonly<z.infer<typeof fieldEditSchema>>;
export type Change = Readonly<z.infer<typeof changeSchema>>;
export type AnyChange = Readonly<z.infer<typeof anyChangeSchema>>;

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

export const fieldEditSchema = z.object({
  value: jsonSchema,
  /** The changes of this field whose values the author saw and replaced. */
  replaces: z.array(idSchema).max(64),
});

/** 变更: one edit of one record, the only thing that travels. Immutable once it has an id. */
export const changeSchema = z.object({
  id: idSchema,
  scope: idSchema,
  kind: z.enum(recordKinds),
  record: idSchema,
  fields: z.record(fieldNameSchema, fieldEditSchema),
  author: z.string().max(200),
  device: idSchema,
  /** The device's wall clock (ISO 8601): a label for people. No rule reads it. */
  at: z.string().max(40),
});

/** A change of which only the id is sure: a newer Xunji may have made it. */
export const anyChangeSchema = z.looseObject({ id: idSchema });

export type FieldEdit = Readonly<z.infer<typeof fieldEditSchema>>;
export type Change = Readonly<z.infer<typeof changeSchema>>;
export type AnyChange = Readonly<z.infer<typeof anyChangeSchema>>;

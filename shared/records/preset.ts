import { z } from 'zod';
import { idSchema } from '../ids/id';

/** The lists of which an office publishes its own; each is one record of this id, a name to a line. */
export const presetLists = ['addressees', 'issueCategories', 'requestCategories'] as const;

export type PresetList = (typeof presetLists)[number];

/**
 * 单位预设: what an office gives all its computers. Its id says what it is, so that two administrators who begin the same one write
 * one record. `text` stays as it was typed: the names of a list, or the sentences of a year's notice of holidays.
 */
export const presetSchema = z.object({
  id: idSchema,
  text: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Preset = Readonly<z.infer<typeof presetSchema>>;

export function presetId(list: PresetList): string {
  return `preset-${list}`;
}

export function holidaysId(year: number): string {
  return `preset-holidays-${year}`;
}

/** The year of a notice of holidays; null for another preset. */
export function yearOfHolidays(id: string): number | null {
  const year = /^preset-holidays-(20\d\d)$/.exec(id)?.[1];
  return year === undefined ? null : Number(year);
}

/** The names of a list, each once, in their order. */
export function presetNames({ text }: Pick<Preset, 'text'>): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== '');
}

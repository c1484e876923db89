import { z } from 'zod';
import { oldItemSchema } from '../checklists/old-item';
import { rowsOfItems } from '../checklists/rows-of-items';
import type { RecordKind } from './record-schemas';

interface OldFields {
  readonly shape: Readonly<Record<string, z.ZodType>>;
  /** The fields of a record as they are named now; what has a value already keeps it. */
  convert(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

const itemsSchema = z.array(oldItemSchema);

/** Fields that logs of earlier versions carry. A log is never rewritten: they are understood for good. */
export const oldFields: Readonly<Partial<Record<RecordKind, OldFields>>> = {
  checklist: {
    shape: { items: itemsSchema },
    convert: (fields) => {
      const items = itemsSchema.safeParse(fields['items']);
      if (!items.success) return fields;
      return { ...rowsOfItems(items.data), settings: { default_language: '中文 (zh)' }, ...fields };
    },
  },
};

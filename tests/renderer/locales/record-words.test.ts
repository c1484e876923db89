import { expect, it } from 'vitest';
import { zhRecords } from '../../../renderer/locales/zh-records';
import { recordSchemas } from '../../../shared/records/record-schemas';

/** What no person ever sees: what a record is and where it belongs. */
const unseen = ['id', 'tour'];

it('every field of every kind of record has a word: history, conflicts and previews show no name of the code', () => {
  const named = new Set([...Object.keys(zhRecords.fields), ...unseen]);
  const without = Object.entries(recordSchemas).flatMap(([kind, { shape }]) =>
    Object.keys(shape)
      .filter((field) => !named.has(field))
      .map((field) => `${kind}.${field}`),
  );
  expect(without).toEqual([]);
});

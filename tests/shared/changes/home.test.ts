import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change';
import type { RecordKind } from '../../../shared/records/record-schemas';
import { Device, mergeAll, stateText } from './devices';

const note = new Device('anna', 1, 'note').edit({ tour: 't1', text: '甲' });

function moved(
  change: Change,
  id: string,
  home: { readonly scope?: string; readonly kind?: RecordKind },
): Change {
  return { ...change, id, ...home };
}

it('makes one record of changes that disagree about its kind or its scope, whichever came first', () => {
  const changes = [
    note,
    moved(note, 'c2', { scope: 't2' }),
    moved(note, 'c3', { kind: 'issue' }),
    moved(note, 'c4', { scope: 'office' }),
    moved(note, 'c5', { kind: 'site', scope: 't0' }),
  ];
  const expected = stateText(mergeAll(changes));
  fc.assert(
    fc.property(fc.shuffledSubarray([...changes, ...changes], { minLength: 10 }), (shuffled) => {
      expect(stateText(mergeAll(shuffled))).toBe(expected);
    }),
  );
  expect(mergeAll(changes)).toMatchObject({ scope: 't1', kind: 'issue' });
});

it('lets nobody write from another tour into a record', () => {
  const strange = moved(new Device('bao', 2).edit({ tour: 't2', text: '乙' }), 'c6', { scope: 't2' });
  expect(mergeAll([strange, note])).toEqual(mergeAll([note]));
});

it('an edit goes where the record lives, whatever tour it was made on, and its words are seen', () => {
  const anna = new Device('anna', 3);
  anna.take([moved(note, 'c7', { scope: 't0' })]);
  const edit = anna.edit({ text: '丙' });
  expect(edit.scope).toBe('t0');
  expect(anna.state?.fields['text']?.heads.map(({ value }) => value)).toEqual(['丙']);
});

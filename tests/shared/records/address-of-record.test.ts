import { expect, it } from 'vitest';
import { type RecordPlace, addressOfRecord } from '../../../shared/records/address-of-record';
import { type RecordKind, recordKinds } from '../../../shared/records/record-schemas';

const at = (kind: RecordKind, place: Partial<RecordPlace> = {}) =>
  addressOfRecord({ kind, id: 'r', tour: 't', stop: '', meeting: '', ...place });

/** A table over every kind: a new kind of record has no address until somebody says where it stands. */
const addresses: Readonly<Record<RecordKind, readonly [atStop: string, without: string]>> = {
  tour: ['/tours/r', '/tours/r'],
  team: ['/tours/t/plan?tab=teams&record=r', '/tours/t/plan?tab=teams&record=r'],
  group: ['/tours/t/plan?tab=groups&record=r', '/tours/t/plan?tab=groups&record=r'],
  stop: ['/tours/t/stops/r', '/tours/t/stops/r'],
  site: ['/tours/t/stops/s', '/register?tab=sites&edit=r'],
  person: ['/register?tab=people&edit=r', '/register?tab=people&edit=r'],
  unit: ['/register?tab=units&edit=r', '/register?tab=units&edit=r'],
  checklist: ['/checklists/r', '/checklists/r'],
  answerSheet: ['/tours/t/stops/s?item=r%3A', '/tours/t'],
  note: ['/tours/t/stops/s?record=r', '/tours/t/meetings?of=tour&record=r'],
  remark: ['/tours/t/stops/s?record=r', '/tours/t/meetings?of=tour&record=r'],
  issue: ['/tours/t/stops/s?record=r', '/tours/t/meetings?of=tour&record=r'],
  attachment: ['/tours/t/stops/s?record=r&panel=photos', '/tours/t/photos?record=r'],
  meeting: ['/tours/t/meetings/r', '/tours/t/meetings/r'],
  indicator: ['/tours/t/stops/s?record=r', '/tours/t/meetings?of=tour&record=r'],
  request: ['/tours/t/stops/s?record=r', '/tours/t/meetings?of=tour&record=r'],
  handover: ['/tours/t/stops/s?record=r', '/tours/t/meetings?of=tour&record=r'],
  task: ['/tours/t/stops/s?record=r', '/tours/t/meetings?of=tour&record=r'],
  signature: ['/tours/t/stops/s?record=r', '/tours/t/meetings?of=tour&record=r'],
  scoreSheet: ['/tours/t/scores?tab=sheet&record=r', '/tours/t/scores?tab=sheet&record=r'],
  score: ['/tours/t/scores?tab=points&record=r', '/tours/t/scores?tab=points&record=r'],
  preset: ['/presets', '/presets'],
};

it('every kind of record has the address of the page on which it stands, at a stop and without one', () => {
  expect(Object.fromEntries(recordKinds.map((kind) => [kind, [at(kind, { stop: 's' }), at(kind)]]))).toEqual(
    addresses,
  );
});

it('what was made at a meeting stands there', () => {
  expect(at('remark', { meeting: 'm' })).toBe('/tours/t/meetings/m?record=r');
  expect(at('task', { meeting: 'm' })).toBe('/tours/t/meetings/m?record=r');
  expect(at('remark', { meeting: 'm', stop: 's' })).toBe('/tours/t/stops/s?record=r');
});

import { expect, it } from 'vitest';
import { foundChange } from '../../../electron/journal/found-change';

const change = {
  id: 'c-1',
  scope: 't-1',
  kind: 'note',
  fields: { text: { value: '他说：“好”，{"id":"x"}}' } },
};

it.each([
  ['as it is written', { origin: 'local', change }],
  ['brought by others', { origin: 'remote', change }],
  ['in another order', { change, origin: 'local' }],
  [
    'whose own fields stand in another order',
    { origin: 'local', change: { kind: 'note', scope: 't-1', id: 'c-1' } },
  ],
  ['with names that need escapes', { origin: 'local', change: { ...change, id: 'c"1', scope: 't\\1' } }],
])('reads the change of an entry %s', (_what, entry) => {
  const { id, scope, text } = foundChange(Buffer.from(JSON.stringify(entry)));
  expect([id, scope, JSON.parse(text)]).toEqual([entry.change.id, entry.change.scope, entry.change]);
});

it('gives the bytes of the entry as they lie there, spaces and all, and reads nothing of them', () => {
  // No JSON: whoever read it would fail. So thousands are sent on at the price of a copy.
  const text = '{"id":"c-1","scope":"t-1", "kind" : not read }';
  const bytes = Buffer.from(`before{"origin":"local","change":${text}}behind`);
  const payload = bytes.subarray('before'.length, -'behind'.length);
  expect(foundChange(payload)).toEqual({ id: 'c-1', scope: 't-1', text });
  // Told again, it is read: that is rare.
  expect(() => foundChange(Buffer.from(`{"origin":"local","again":true,"change":${text}}`))).toThrow('JSON');
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { problem } from '../../../shared/problems';
import { plainSeal } from '../../../shared/sealing/seal';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { readOutgoing } from '../../../renderer/data/outgoing/read-outgoing';
import { recover } from '../../../renderer/data/recover';
import { type Edit, save } from '../../../renderer/data/save';
import { memoryBridge } from './memory-bridge';

let database: Database;
let opened = 0;

const author = {
  name: '周敏',
  device: 'device-1',
  clock: () => Date.now(),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
const write = (edits: readonly Edit[]) => save(database, plainSeal, author, edits);
const note = (id: string, text = id): Edit => ({
  kind: 'note',
  id,
  tour: 't1',
  values: { tour: 't1', stop: 'p1', text },
});
const photo: Edit = {
  kind: 'attachment',
  id: 'a1',
  tour: 't1',
  values: { tour: 't1', stop: 'p1', sha256: 'ab'.repeat(32), size: 4000 },
};

beforeEach(async () => {
  memoryBridge();
  database = openDatabase(`outgoing-${(opened += 1)}`);
  await recover(database, plainSeal);
});
afterEach(async () => {
  database.close();
  await database.delete();
});

it('tells of each record how many edits of it wait, where it belongs, and why it was refused', async () => {
  await write([note('n1')]);
  await write([note('n2')]);
  await write([note('n1', '又一稿')]);
  const [refused] = await database.outbox.where('records').equals('n2').toArray();
  await database.outbox.where('records').equals('n2').delete();
  await database.refused.put({
    id: refused?.ids[0] ?? '',
    kind: 'note',
    record: 'n2',
    problem: problem('change.unknown'),
    sealed: refused?.sealed ?? new Uint8Array(),
  });
  const found = new Map((await readOutgoing(database, new Map())).map((one) => [one.record, one]));
  expect(found.get('n1')).toMatchObject({ kind: 'note', tour: 't1', stop: 'p1', changes: 2, refused: null });
  expect(found.get('n2')).toMatchObject({ changes: 0, refused: { code: 'change.unknown' }, isHeld: false });
  // Of what this laptop only carried, one's own refusal comes before the other.
  const carried = {
    kind: 'note',
    problem: problem('bundle.writerRevoked'),
    sealed: new Uint8Array(),
  } as const;
  for (const record of ['n1', 'n2'])
    await database.refused.put({ ...carried, id: `carried-${record}`, record, isWithheld: true });
  const again = new Map((await readOutgoing(database, new Map())).map((one) => [one.record, one]));
  expect(again.get('n1')).toMatchObject({ refused: { code: 'bundle.writerRevoked' }, isHeld: true });
  expect(again.get('n2')).toMatchObject({ refused: { code: 'change.unknown' }, isHeld: false });
});

it('goes on telling of a photo whose words arrived and whose file waits, by the record that brought it', async () => {
  await write([photo]);
  await database.outbox.clear();
  expect(await readOutgoing(database, new Map())).toEqual([
    {
      record: 'a1',
      kind: 'attachment',
      tour: 't1',
      stop: 'p1',
      changes: 0,
      newest: 0,
      refused: null,
      isHeld: false,
      files: 1,
    },
  ]);
  expect(await database.files.get('ab'.repeat(32))).toMatchObject({ record: 'a1', size: 4000 });
  await database.files.update('ab'.repeat(32), { state: 'settled' });
  expect(await readOutgoing(database, new Map())).toEqual([]);
});

it('reads of thousands that wait only those that are new a second time', async () => {
  await write(Array.from({ length: 1200 }, (_, n) => note(`n${n}`)));
  const places = new Map();
  expect(await readOutgoing(database, places)).toHaveLength(1200);
  await write([note('last')]);
  const asked: number[] = [];
  const bulkGet = database.records.bulkGet.bind(database.records);
  database.records.bulkGet = (keys: string[]) => {
    asked.push(keys.length);
    return bulkGet(keys);
  };
  expect(await readOutgoing(database, places)).toHaveLength(1201);
  expect(asked).toEqual([1]);
});

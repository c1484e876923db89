import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, type FileRow, openDatabase } from '../../../renderer/data/database';
import { moveFiles } from '../../../renderer/data/move-files';
import { type Problem, problem } from '../../../shared/problems';
import { type TransferSettings, transferSettingsSchema } from '../../../shared/protocol/transfers';

let database: Database;
const asked: string[] = [];
const answers = new Map<string, Problem>();
const known = new Set<string>();
let whileAsked: () => Promise<unknown>;
let atOnce = 0;
let most = 0;

beforeEach(async () => {
  database = openDatabase('move-files');
  await database.open();
  asked.length = 0;
  answers.clear();
  known.clear();
  most = 0;
  whileAsked = () => Promise.resolve();
  const call = async (name: string, { sha256 }: { sha256: string }) => {
    if (name === 'attachments.known') {
      const found = answers.get(name);
      return found
        ? { ok: false, problem: found }
        : { ok: true, value: { known: Array.from(sha256).filter((hash) => known.has(hash)) } };
    }
    asked.push(`${name} ${sha256}`);
    await whileAsked();
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise((resolve) => setTimeout(resolve, 5));
    atOnce -= 1;
    const found = answers.get(`${name} ${sha256}`) ?? answers.get(name);
    return found ? { ok: false, problem: found } : { ok: true, value: {} };
  };
  Object.defineProperty(window, 'xunji', { configurable: true, value: { call } });
});
afterEach(async () => {
  database.close();
  await database.delete();
});

const move = (settings: Partial<TransferSettings> = {}) =>
  moveFiles(database, { ...transferSettingsSchema.parse({}), ...settings });
const put = (...rows: readonly FileRow[]) => database.files.bulkPut(rows);
const rowOf = async (sha256: string) => database.files.get(sha256);

it('fetches a file whose row came without it, and says of it that nobody has it where nobody has given it yet', async () => {
  await put({ sha256: 'a', state: 'toSend' });
  answers.set('attachments.send', problem('attachment.missing', { name: 'a' }));
  answers.set('attachments.fetch', problem('attachment.unknown', { name: 'a' }));
  expect(await move()).toMatchObject({ ok: true });
  expect(await rowOf('a')).toMatchObject({ state: 'toSend', problem: { code: 'attachment.lost' } });
  answers.delete('attachments.fetch');
  expect(await move()).toMatchObject({ ok: true });
  expect(await rowOf('a')).toEqual({ sha256: 'a', state: 'settled' });
});

it('says of a file that the server has not got yet that it is still to come', async () => {
  await put({ sha256: 'a', state: 'toFetch' });
  answers.set('attachments.send', problem('attachment.missing', { name: 'a' }));
  answers.set('attachments.fetch', problem('attachment.unknown'));
  expect(await move()).toMatchObject({ ok: true });
  expect(await rowOf('a')).toMatchObject({ state: 'toFetch', problem: { code: 'attachment.unknown' } });
});

it('gives a file that is here to the server, also where its record came from elsewhere', async () => {
  await put({ sha256: 'a', state: 'toFetch' });
  expect(await move()).toMatchObject({ ok: true });
  expect(asked).toEqual(['attachments.send a']);
  expect(await rowOf('a')).toMatchObject({ state: 'settled' });
});

it('keeps a file back whose record was refused, and sends it when the record has gone', async () => {
  await put({ sha256: 'a', state: 'toSend', record: 'photo-1' }, { sha256: 'b', state: 'toSend' });
  const told = problem('change.invalid');
  const refused = { id: 'c1', kind: 'attachment' as const, record: 'photo-1', problem: told };
  await database.refused.put({ ...refused, sealed: new Uint8Array() });
  expect(await move()).toMatchObject({ ok: true });
  expect(asked).toEqual(['attachments.send b']);
  expect(await rowOf('a')).toMatchObject({ problem: { code: 'attachment.recordRefused' } });
  await database.refused.clear();
  expect(await move()).toMatchObject({ ok: true });
  expect(await rowOf('a')).toMatchObject({ state: 'settled' });
});

it('does not ask for a file that it has sent, and stops where the line is down', async () => {
  await put({ sha256: 'a', state: 'toSend' }, { sha256: 'b', state: 'toSend' });
  expect(await move()).toMatchObject({ ok: true });
  expect(asked.toSorted()).toEqual(['attachments.send a', 'attachments.send b']);
  asked.length = 0;
  await put(...Array.from({ length: 9 }, (_, n): FileRow => ({ sha256: `c${n}`, state: 'toSend' })));
  answers.set('attachments.send', problem('server.unreachable'));
  expect(await move()).toMatchObject({ ok: false, problem: { code: 'server.unreachable' } });
  expect(asked).toHaveLength(3);
  expect(await rowOf('c0')).not.toHaveProperty('problem');
});

it('sends nothing of what the server has already, and asks nothing where it cannot be asked', async () => {
  // An answer counts only with true hashes in it.
  const here = 'b'.repeat(64);
  await put({ sha256: 'a', state: 'toSend' }, { sha256: here, state: 'toSend' });
  known.add(here);
  expect(await move()).toMatchObject({ ok: true });
  expect(asked).toEqual(['attachments.send a']);
  expect(await rowOf(here)).toEqual({ sha256: here, state: 'settled' });
  await put({ sha256: 'c', state: 'toSend' });
  answers.set('attachments.known', problem('server.unreachable'));
  expect(await move()).toMatchObject({ ok: false, problem: { code: 'server.unreachable' } });
  expect(asked).toEqual(['attachments.send a']);
});

it('moves three at once, and one that fails stops no other', async () => {
  await put(...Array.from({ length: 8 }, (_, n): FileRow => ({ sha256: `a${n}`, state: 'toSend' })));
  answers.set('attachments.send a1', problem('attachment.tooLarge', { name: 'a1', limit: 2048 }));
  expect(await move()).toMatchObject({ ok: false, problem: { code: 'attachment.tooLarge' } });
  expect(most).toBe(3);
  expect(await database.files.where('state').equals('settled').count()).toBe(7);
});

it('moves small pictures first where the person wants them first, the newest or the smallest file before the others', async () => {
  const row = (sha256: string, record: string, size: number, mime = 'image/jpeg'): FileRow => ({
    sha256,
    state: 'toSend',
    record,
    size,
    mime,
  });
  const rows = [row('old', '1', 5), row('new', '2', 9), row('text', '3', 7, 'text/plain')];
  const order = async (settings: Partial<TransferSettings>, hasThumb?: true) => {
    asked.length = 0;
    await put(...rows.map((one) => ({ ...one, hasThumb })));
    expect(await move(settings)).toMatchObject({ ok: true });
    return asked.join(', ').replaceAll('attachments', 'file').replaceAll('.send', '');
  };
  expect(await order({ first: 'thumbs', order: 'newest' })).toBe(
    'thumbs new, thumbs old, file text, file new, file old',
  );
  expect(await rowOf('new')).toMatchObject({ hasThumb: true });
  expect(await order({ first: 'thumbs', order: 'smallest' }, true)).toBe('file old, file text, file new');
  expect(await order({ first: 'originals', order: 'newest' })).toBe('file text, file new, file old');
});

it('moves nothing while the person has paused it', async () => {
  await put({ sha256: 'a', state: 'toSend' });
  expect(await move({ paused: true })).toMatchObject({ ok: true });
  answers.set('attachments.send', problem('attachment.paused'));
  expect(await move()).toMatchObject({ ok: true });
  expect(asked).toEqual(['attachments.send a']);
  expect(await rowOf('a')).toEqual({ sha256: 'a', state: 'toSend' });
});

const goes: Readonly<Record<string, () => Promise<unknown>>> = {
  'has gone': () => database.files.clear(),
  'is going': () => database.progress.update('progress', { goingFiles: ['a', 'b', 'c', 'd', 'e'] }),
};

it.each(Object.entries(goes))('fetches no more of a tour that %s since the rows were read', async (_, go) => {
  await database.progress.put({
    key: 'progress',
    generation: 'journal-1',
    sequence: 0,
    tally: 0,
    epoch: null,
    cursors: {},
    lastContact: null,
  });
  await put(...['a', 'b', 'c', 'd', 'e'].map((sha256): FileRow => ({ sha256, state: 'toFetch' })));
  answers.set('attachments.send', problem('attachment.missing', { name: 'a' }));
  whileAsked = go;
  expect(await move()).toMatchObject({ ok: true });
  // No more than those that were looked for here already when it went, and none of these from elsewhere.
  expect(asked.length).toBeLessThanOrEqual(3);
  expect(asked.filter((each) => each.startsWith('attachments.fetch'))).toEqual([]);
});

it('a file of a tour that stays is fetched: the test of those that go would find it', async () => {
  await put({ sha256: 'a', state: 'toFetch' });
  answers.set('attachments.send', problem('attachment.missing', { name: 'a' }));
  expect(await move()).toMatchObject({ ok: true });
  expect(asked).toEqual(['attachments.send a', 'attachments.fetch a']);
});

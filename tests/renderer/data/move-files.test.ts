import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { moveFiles } from '../../../renderer/data/move-files';
import { type Problem, problem } from '../../../shared/problems';

let database: Database;
const asked: string[] = [];
const answers = new Map<string, Problem>();

beforeEach(async () => {
  database = openDatabase('move-files');
  await database.open();
  asked.length = 0;
  answers.clear();
  const call = async (name: string) => {
    asked.push(name);
    const found = answers.get(name);
    return found ? { ok: false, problem: found } : { ok: true, value: {} };
  };
  Object.defineProperty(window, 'xunji', { configurable: true, value: { call } });
});
afterEach(async () => {
  database.close();
  await database.delete();
});

const stateOf = async (sha256: string) => (await database.files.get(sha256))?.state;

it('fetches a file whose row came without it, and waits for it where nobody has given it yet', async () => {
  await database.files.put({ sha256: 'a', state: 'toSend' });
  answers.set('attachments.send', problem('attachment.missing', { name: 'a' }));
  answers.set('attachments.fetch', problem('attachment.unknown', { name: 'a' }));
  expect(await moveFiles(database)).toMatchObject({ ok: true });
  expect(await stateOf('a')).toBe('toSend');
  answers.delete('attachments.fetch');
  expect(await moveFiles(database)).toMatchObject({ ok: true });
  expect(await stateOf('a')).toBe('settled');
});

it('does not ask for a file that it has sent, and stops where the line is down', async () => {
  await database.files.bulkPut([
    { sha256: 'a', state: 'toSend' },
    { sha256: 'b', state: 'toSend' },
  ]);
  expect(await moveFiles(database)).toMatchObject({ ok: true });
  expect(asked).toEqual(['attachments.send', 'attachments.send']);
  await database.files.put({ sha256: 'c', state: 'toSend' });
  await database.files.put({ sha256: 'd', state: 'toSend' });
  answers.set('attachments.send', problem('server.unreachable', {}));
  expect(await moveFiles(database)).toMatchObject({ ok: false });
  expect(asked).toHaveLength(3);
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/data/database';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';
import { recover } from '../../../renderer/data/recover';
import { type Writer, createWriter } from '../../../renderer/data/writer';
import { plainSeal } from '../../../shared/sealing/seal';
import { memoryBridge } from './memory-bridge';

let database: Database;
let bridge: ReturnType<typeof memoryBridge>;
let writer: Writer;
let levels = 0;
let opened = 0;

const author = {
  name: '周敏',
  device: 'device-1',
  clock: () => Date.now(),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
const write = (id: string, text: string) =>
  writer.write(author, [{ kind: 'note', id, tour: 't1', values: { tour: 't1', stop: 'p1', text } }]);

beforeEach(async () => {
  bridge = memoryBridge();
  database = openDatabase(`writer-${(opened += 1)}`);
  await recover(database, plainSeal);
  levels = 0;
  writer = createWriter({
    database,
    seal: plainSeal,
    queue: oneAtATime(),
    onTrouble: () => {},
    onLevel: () => (levels += 1),
  });
});
afterEach(async () => {
  database.close();
  await database.delete();
});

/** As Chromium does it on a full disk, between the journal and the database. */
function closeAfterNextAppend(): void {
  const { call } = window.xunji;
  let isNext = true;
  const cutting: typeof call = async (name, input) => {
    const answer = await call(name, input);
    if (name === 'journal.append' && isNext) {
      isNext = false;
      database.close();
    }
    return answer;
  };
  Object.defineProperty(window, 'xunji', { configurable: true, value: { call: cutting } });
}

it('says that a change is not saved which only the journal took, and has it in the database before the next one', async () => {
  await write('n1', '先');
  closeAfterNextAppend();
  expect(await write('n1', '中')).toMatchObject({ ok: false, problem: { code: 'disk.failed' } });
  expect(await write('n1', '后')).toMatchObject({ ok: true });
  expect(bridge.journal).toHaveLength(3);
  expect(await database.outbox.count()).toBe(3);
  // Made from the state with the change that had failed: otherwise a rebuilt database would show a conflict with oneself.
  const [, middle, last] = bridge.journal;
  expect(last?.change.fields['text']?.replaces).toEqual([middle?.change.id]);
});

it('opens a closed database again by itself, and says when it is level', async () => {
  closeAfterNextAppend();
  await write('n1', '先');
  await expect.poll(() => levels, { timeout: 5000 }).toBeGreaterThan(0);
  expect(await database.records.count()).toBe(1);
});

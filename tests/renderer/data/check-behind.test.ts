import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainSeal } from '../../../shared/sealing/seal';
import type { Database } from '../../../renderer/data/database';
import { checkBehind } from '../../../renderer/data/recover';
import { save } from '../../../renderer/data/save';
import { author } from './author';
import { drop, openFresh } from './fresh-database';

let database: Database;

const write = (id: string, text: string) =>
  save(database, plainSeal, author, [
    { kind: 'note', id, tour: 't1', values: { tour: 't1', stop: 'p1', text } },
  ]);

beforeEach(async () => {
  ({ database } = await openFresh());
});
afterEach(() => drop(database));

it('calls nothing damaged that is being written whenever it looks', async () => {
  for (let n = 0; n < 5; n += 1) await write(`n${n}`, '先');
  let pauses = 0;
  const pause = () => Promise.resolve(void (pauses += 1));
  expect(await checkBehind(database, plainSeal, pause)).toMatchObject({ value: 'whole' });
  const last = pauses;
  const writer = { isOver: false };
  const goOnWriting = async () => {
    for (let n = 0; !writer.isOver; n += 1) await write(`n${n % 5}`, `第 ${n} 次`);
  };
  const writing: Promise<void>[] = [];
  pauses = 0;
  const checked = await checkBehind(database, plainSeal, () => {
    if ((pauses += 1) === last - 1) writing.push(goOnWriting(), goOnWriting());
    return Promise.resolve();
  });
  writer.isOver = true;
  await Promise.all(writing);
  expect(writing).toHaveLength(2);
  expect(checked).toEqual({ ok: true, value: 'whole' });
});

it('calls nothing damaged because it was closed while it was read', async () => {
  await write('n1', '先');
  let closes = 1;
  const checked = await checkBehind(database, plainSeal, () => {
    if ((closes -= 1) === 0) database.close();
    return Promise.resolve();
  });
  expect(checked).toEqual({ ok: true, value: 'whole' });
  expect((await database.progress.get('progress'))?.isDamaged).toBeUndefined();
});

it('calls damaged what closes the database each time it is read', async () => {
  await write('n1', '先');
  const checked = await checkBehind(database, plainSeal, () => {
    database.close();
    return Promise.resolve();
  });
  expect(checked).toEqual({ ok: true, value: 'damaged' });
});

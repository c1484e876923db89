import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handInDesk } from '../../../electron/bundles/hand-in-desk';
import { passable } from '../../../electron/bundles/passable';
import type { Connection } from '../../../electron/sync/sync-client';
import type { Change } from '../../../shared/changes/change';
import { type Problem, problem, problemList } from '../../../shared/problems';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { anyAccess } from '../../server/signed';
import { type Laptop, openLaptop, valueOf } from './laptop-with-bundles';
import { openAt, receive, sendTo, wantedFor } from './stick';
import { openTwo } from './two-in-a-folder';

/** A laptop is revoked at another one that carries its words: how they might still go on. */

let folder = '';
let a: Laptop;
let b: Laptop;
let c: Laptop;

beforeEach(async () => {
  ({ folder, a, b } = await openTwo());
  c = await openLaptop(folder, 'laptop-c');
  for (const one of [a, b]) {
    await one.bundles.book.keep(c.card());
    await c.bundles.book.keep(one.card());
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const why = problem('bundle.writerRevoked');
const send = (from: Laptop, to: Laptop) => sendTo(join(folder, 'stick'), from, to);
const revoke = (isRevoked = true, unsent: readonly string[] = []) =>
  b.bundles.revoke('laptop-a', isRevoked, unsent);
/** What goes on by the right of the laptop that carries: into bundles, to a hub, to a server. */
const goingOn = async (changes: readonly Change[]) => {
  const { changes: planned } = valueOf(await b.bundles.writing.plan(wantedFor(c, { all: true })));
  const toHub = await passable(changes, b.bundles, b.changes);
  return [planned, toHub.length, changes.filter(({ id }) => b.bundles.mayGo(id)).length];
};
const reading = (answer: () => Promise<Response>): Connection => ({
  settings: () => settingsSchema.parse({ serverUrl: 'http://127.0.0.1:1' }),
  office: anyAccess,
  fetch: answer,
});
const saying = (said: Problem) => async () =>
  Response.json({ problem: said }, { status: problemList[said.code].status });
const taking =
  (settled: readonly Change[], refused: readonly Change[] = []) =>
  async () =>
    Response.json({
      settled: settled.map(({ id }) => id),
      refused: refused.map(({ id }) => ({ change: id, problem: problem('change.forbidden') })),
    });
const deskOn = (answer: () => Promise<Response>) => handInDesk(b.bundles, reading(answer), () => 'handed-1');

it('a bundle that lay open is not taken in any more', async () => {
  await a.write('停用之前写的话');
  const { opened, pages } = await openAt(b, await send(a, b));
  await revoke();
  const refused = await b.bundles.opening.takeFiles(opened);
  expect(refused).toMatchObject({ ok: false, problem: { code: 'bundle.senderRevoked' } });
  expect(await b.bundles.carried.next()).toBeNull();
  await revoke(false);
  expect(await b.takeIn(opened, pages)).toHaveLength(1);
});

it('what another laptop passed on of it is taken in and goes no further, before and after the revocation', async () => {
  const words = [await a.write('先到的话'), await a.write('后到的话')] as const;
  await receive(c, await send(a, c));
  const early = await send(c, b);
  await receive(b, early);
  const own = await c.write('带的人自己的话');
  await revoke();
  await receive(b, await send(c, b));
  expect(words.map(({ id }) => b.bundles.withheld.find(id))).toEqual([why, why]);
  expect(await goingOn([...words, own])).toEqual([1, 1, 1]);
  // What comes after that, too.
  const last = await a.write('停用之后写的话');
  await receive(c, await send(a, c));
  await receive(b, await send(c, b));
  expect(b.bundles.withheld.find(last.id)).toEqual(why);
  await revoke(false);
  expect(await goingOn([...words, last, own])).toEqual([4, 4, 4]);
});

it('a page that the server left to the courier’s right is found until a server has judged it, also after a start', async () => {
  const words = [await a.write('没有服务器认识的人的话'), await a.write('已经收下的话')] as const;
  await receive(b, await send(a, b));
  const desk = deskOn(saying(problem('bundle.unproven')));
  const handed = valueOf(await desk.next()).page?.handed ?? '';
  // Between the answer and what the window makes of it.
  await revoke();
  expect(await goingOn(words)).toEqual([0, 0, 0]);
  await revoke(false);
  valueOf(await desk.taken(handed));
  expect([await b.bundles.carried.next(), await goingOn(words)]).toEqual([null, [2, 2, 2]]);
  await b.bundles.judged([words[1].id], []);
  await revoke();
  expect(words.map(({ id }) => b.bundles.withheld.find(id))).toEqual([why, undefined]);
  expect(await goingOn(words)).toEqual([1, 1, 1]);
});

it('what was judged already is not held, and what the server refused is not let go with the rest', async () => {
  const [taken, refused] = [await a.write('收下的话'), await a.write('拒收的话')];
  await receive(b, await send(a, b));
  const desk = deskOn(taking([taken], [refused]));
  const handed = valueOf(await desk.next()).page?.handed ?? '';
  await revoke();
  const held = () => [taken, refused].map(({ id }) => b.bundles.withheld.find(id));
  expect(held()).toEqual([undefined, problem('change.forbidden')]);
  valueOf(await desk.taken(handed));
  await revoke(false);
  expect(held()).toEqual([undefined, problem('change.forbidden')]);
});

it('revoked while a page is on its way, what the server takes is free and what it leaves is held', async () => {
  const words = [await a.write('一句'), await a.write('另一句')] as const;
  await receive(b, await send(a, b));
  const leaving = deskOn(async () => {
    await revoke();
    return saying(problem('bundle.unproven'))();
  });
  const left = valueOf(await leaving.next()).page;
  expect(left?.refused).toEqual(words.map(({ id }) => ({ change: id, problem: why })));
  await revoke(false);
  const meanwhile = deskOn(async () => {
    await revoke();
    return taking(words)();
  });
  expect(valueOf(await meanwhile.next()).page?.settled).toHaveLength(2);
  expect(b.bundles.withheld.ids().size).toBe(0);
});

it('what came over a hub and waits here is held, and what a server brought is free', async () => {
  const [fromHub, brought] = [await a.write('经队内主机来的话'), await a.write('服务器带来的话')];
  valueOf(await b.changes.append({ origin: 'local', changes: [fromHub, brought] }));
  await revoke(true, [fromHub.id, brought.id]);
  expect(await goingOn([fromHub, brought])).toEqual([0, 0, 0]);
  valueOf(await b.changes.append({ origin: 'remote', changes: [brought] }));
  // Before main has heard that it was judged, a hub is given what the server brought.
  expect(await goingOn([fromHub, brought])).toEqual([1, 1, 0]);
  await b.bundles.judged([brought.id], []);
  expect(await goingOn([fromHub, brought])).toEqual([1, 1, 1]);
  const later = { ...fromHub, id: 'later' };
  await b.bundles.holdRevoked({ 'laptop-a': [later.id], 'laptop-b': ['own'] });
  expect([later.id, 'own'].map((id) => b.bundles.mayGo(id))).toEqual([false, true]);
});

it('a bundle that was being written is begun anew without those words', async () => {
  await a.write('正在写进U盘的话');
  await receive(b, await send(a, b));
  // Of a size that takes longer than the revocation.
  const own = await b.write('自己的照片', await b.photograph('照片'.repeat(6 << 20)));
  let asked = 0;
  const written = valueOf(
    await b.bundles.writing.write(wantedFor(c), join(folder, 'stick'), () => {
      asked += 1;
      if (asked === 1) void revoke();
      return false;
    }),
  );
  expect(await receive(c, join(folder, 'stick', written.names[0] ?? ''))).toEqual([own.id]);
});

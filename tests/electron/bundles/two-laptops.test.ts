import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keysOf } from './bundle-maker';
import { type Laptop, openLaptop, valueOf } from './laptop-with-bundles';
import { openAt, receive, sendTo, wantedFor } from './stick';
import { openTwo } from './two-in-a-folder';

let folder = '';
let a: Laptop;
let b: Laptop;

beforeEach(async () => {
  ({ folder, a, b } = await openTwo());
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stick = () => join(folder, 'stick');
const never = () => false;
const signal = () => new AbortController().signal;
const send = (from: Laptop, to: Laptop, more?: object) => sendTo(stick(), from, to, more);

describe('Two laptops and a stick', () => {
  it('what one wrote and photographed is on the other, and back again, with the same files', async () => {
    const photo = await a.photograph('照片一');
    await a.write('记录一');
    await a.write('照片', photo);
    const preview = await openAt(b, await send(a, b));
    expect(preview).toMatchObject({
      name: 'laptop-a的主人',
      titles: ['示例活动'],
      changes: 2,
      newFiles: 1,
      known: false,
    });
    await b.takeIn(preview.opened, preview.pages);
    expect(await readFile(b.files.pathOf(photo), 'utf8')).toBe('照片一');
    await b.write('记录二');
    await receive(a, await send(b, a));
    expect(await a.ids()).toEqual(await b.ids());
    expect(await a.ids()).toHaveLength(3);
  });

  it('a bundle that is taken in twice, and one that is partly known, change nothing more', async () => {
    await a.write('记录一');
    const first = await send(a, b);
    await a.write('记录二');
    const second = await send(a, b);
    expect(await receive(b, second)).toHaveLength(2);
    expect(await receive(b, first)).toEqual([]);
    expect(await receive(b, second)).toEqual([]);
    expect(await b.ids()).toEqual(await a.ids());
    expect((await openAt(b, second)).known).toBe(true);
  });

  it('what a receipt came back for is not sent again, but on demand', async () => {
    const photo = await a.photograph('照片一');
    await a.write('照片', photo);
    await receive(b, await send(a, b));
    const planned = async (more: object = {}) => {
      const { changes, files } = valueOf(await a.bundles.writing.plan(wantedFor(b, more)));
      return [changes, files.length];
    };
    expect(await planned()).toEqual([1, 1]);
    await receive(a, await send(b, a));
    expect(await planned()).toEqual([0, 0]);
    expect(await planned({ all: true })).toEqual([1, 1]);
    expect(a.bundles.state.now().log.find(({ kind }) => kind === 'written')?.receiptedBy).toEqual([
      'laptop-b',
    ]);
    await a.write('记录二');
    expect(await planned()).toEqual([1, 0]);
  });

  it('a laptop whose journal died is given its own words again by whoever has them', async () => {
    const { id } = await b.write('记录一');
    await receive(a, await send(b, a));
    for (const name of ['journal', 'bundles.json'])
      await rm(join(folder, 'laptop-b', name), { recursive: true });
    b = await openLaptop(folder, 'laptop-b');
    expect(await b.ids()).toEqual([]);
    expect(await receive(b, await send(a, b))).toEqual([id]);
  });

  it('a receipt comes home by a third laptop, and one with a wrong signature counts for nothing', async () => {
    const c = await openLaptop(folder, 'laptop-c');
    for (const [one, other] of [
      [a, c],
      [c, a],
      [b, c],
      [c, b],
    ] as const)
      await one.bundles.book.keep(other.card());
    await a.write('记录一');
    await receive(b, await send(a, b));
    const both = { receivers: ['laptop-c', 'laptop-a'], scopes: [] };
    const carried = valueOf(await b.bundles.writing.write(wantedFor(c, both), stick(), never));
    await receive(c, join(stick(), carried.names[0] ?? ''));
    const planned = async () => valueOf(await a.bundles.writing.plan(wantedFor(b))).changes;
    const [receipt] = c.bundles.state.now().receipts;
    if (!receipt) throw new Error('no receipt');
    const forged = { ...receipt, upTo: { 'tour-1': 1000 } };
    await c.bundles.state.change(() => ({ receipts: [forged] }));
    await receive(a, await send(c, a, { scopes: [] }));
    expect(await planned()).toBe(1);
    await c.bundles.state.change(() => ({ receipts: [receipt] }));
    await receive(a, await send(c, a, { scopes: [] }));
    expect(await planned()).toBe(0);
  });

  it('a receipt tells of no change that was not understood, nor of what a lost bundle would have brought', async () => {
    const planned = async () => valueOf(await a.bundles.writing.plan(wantedFor(b))).changes;
    await a.write('记录一');
    const { opened, pages } = await openAt(b, await send(a, b));
    await b.takeIn(opened, pages, false);
    await receive(a, await send(b, a));
    expect(await planned()).toBe(1);
    await receive(b, await send(a, b));
    await receive(a, await send(b, a));
    expect(await planned()).toBe(0);
    await b.bundles.forget(['tour-1']);
    await a.write('记录二');
    await receive(b, await send(a, b));
    await receive(a, await send(b, a));
    expect(await planned()).toBe(2);
    await receive(b, await send(a, b));
    await receive(a, await send(b, a));
    expect(await planned()).toBe(0);
  });

  it('long texts, which have three bytes for a letter, lie in lines that the other laptop reads', async () => {
    await a.write('字'.repeat(1_000_000));
    await a.write('字'.repeat(2_700_000));
    expect(await receive(b, await send(a, b))).toHaveLength(2);
  });

  it('what was taken back after it was told of is not told of once more', async () => {
    const change = await a.write('记录一');
    await receive(b, await send(a, b));
    await receive(a, await send(b, a));
    valueOf(await a.changes.append({ origin: 'discarded', changes: [change] }));
    expect(valueOf(await a.bundles.writing.plan(wantedFor(b))).changes).toBe(0);
  });

  it('for receipts alone no receipt is given: two laptops do not thank each other for ever', async () => {
    await a.write('记录一');
    await receive(b, await send(a, b));
    await receive(a, await send(b, a, { scopes: [] }));
    expect(valueOf(await a.bundles.writing.plan(wantedFor(b, { scopes: [] }))).receipts).toEqual([]);
  });

  it('an original that is not here is counted, and the bundle goes without it', async () => {
    await a.write('照片', 'a'.repeat(64));
    expect(valueOf(await a.bundles.writing.plan(wantedFor(b)))).toMatchObject({ files: [], missing: 1 });
    expect((await openAt(b, await send(a, b))).files).toEqual([]);
  });
});

describe('A stick that was pulled out', () => {
  it('is rid of the beginning of our bundle with the next one, and of nobody else’s', async () => {
    await a.write('记录一');
    await a.bundles.state.change(() => ({ begun: ['xunji-20261120-abcd0123'] }));
    for (const name of ['xunji-20261120-abcd0123-1.xunji.part', 'xunji-20261120-ffff0000.xunji.part'])
      await writeFile(join(stick(), name), 'half');
    await send(a, b);
    const names = await readdir(stick());
    expect(names.filter((name) => name.endsWith('.part'))).toEqual(['xunji-20261120-ffff0000.xunji.part']);
    expect(a.bundles.state.now().begun).toEqual(['xunji-20261120-abcd0123']);
  });
});

describe('Who may send what to whom', () => {
  it('a sender that nobody knows is asked about before anything is decrypted', async () => {
    await b.bundles.book.remove('laptop-a');
    await a.write('记录一');
    const path = await send(a, b);
    const opening = valueOf(await b.bundles.opening.open(path, signal()));
    expect(opening).toMatchObject({ kind: 'unknownSender' });
    expect(await readdir(join(folder, 'laptop-b/opened'))).toEqual([]);
    if (opening.kind !== 'unknownSender') return;
    expect(valueOf(await b.bundles.opening.trust(opening.opening, '周敏', signal()))).toMatchObject({
      kind: 'opened',
      name: '周敏',
    });
    expect(b.bundles.book.find('laptop-a')).toMatchObject({ ...a.card(), name: '周敏' });
  });

  it('bundles of a laptop that was revoked are refused, none is written for it, and its file opens for nobody new', async () => {
    await a.write('记录一');
    const path = await send(a, b);
    await b.bundles.book.setRevoked('laptop-a', true);
    expect(await b.bundles.opening.open(path, signal())).toMatchObject({
      problem: { code: 'bundle.senderRevoked' },
    });
    expect(await b.bundles.writing.plan(wantedFor(a))).toMatchObject({
      problem: { code: 'bundle.receiverGone' },
    });
    const c = await openLaptop(folder, 'laptop-c');
    expect(await c.bundles.opening.open(path, signal())).toMatchObject({
      problem: { code: 'bundle.wrongReceiver' },
    });
  });

  it('a laptop under a known name with other keys is refused', async () => {
    await a.write('记录一');
    const path = await send(a, b);
    const other = await keysOf(folder, 'laptop-x');
    await b.bundles.book.keep({ ...a.card(), signing: other.signingPublic });
    expect(await b.bundles.opening.open(path, signal())).toMatchObject({
      problem: { code: 'bundle.senderChanged' },
    });
  });

  it('a bundle with a flipped bit leaves nothing behind', async () => {
    await a.write('记录一');
    const path = await send(a, b);
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
    await writeFile(path, bytes);
    expect(await b.bundles.opening.open(path, signal())).toMatchObject({
      problem: { code: 'bundle.damaged' },
    });
    expect(await readdir(join(folder, 'laptop-b/opened'))).toEqual([]);
    expect(await b.ids()).toEqual([]);
  });
});

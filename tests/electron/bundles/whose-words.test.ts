import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SignedPage, pageText } from '../../../shared/bundles/signed-page';
import { verifySignature } from '../../../shared/node/verify-signature';
import { problem } from '../../../shared/problems';
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
const signal = () => new AbortController().signal;
const send = (from: Laptop, to: Laptop, more?: object) => sendTo(stick(), from, to, more);

const planned = async (by: Laptop, receiver: Laptop) =>
  valueOf(await by.bundles.writing.plan(wantedFor(receiver))).changes;

/** What the oldest page that this laptop carries says of whose data it is. */
const officeNamed = async (by: Laptop) =>
  (JSON.parse((await by.bundles.carried.next())?.text ?? '') as SignedPage).office;

describe('Whose words a laptop carries', () => {
  it('a bundle of another office is not taken in; on a laptop of none it is, and its pages name the office', async () => {
    const [ours, theirs] = ['A'.repeat(43), 'B'.repeat(43)];
    const c = await openLaptop(folder, 'laptop-c', ours);
    const d = await openLaptop(folder, 'laptop-d', theirs);
    await d.bundles.book.keep(a.card());
    await d.bundles.book.keep(c.card());
    for (const one of [a, c]) await one.bundles.book.keep(d.card());
    const change = await d.write('另一个单位的记录');
    const refused = await c.bundles.opening.open(await send(d, c), signal());
    expect(refused).toMatchObject({ ok: false, problem: { code: 'bundle.foreign' } });
    expect(await readdir(join(folder, 'laptop-c', 'opened'))).toEqual([]);
    expect(await c.bundles.carried.next()).toBeNull();
    expect(await receive(a, await send(d, a))).toEqual([change.id]);
    const page = JSON.parse((await a.bundles.carried.next())?.text ?? '') as SignedPage;
    expect(page.office).toBe(theirs);
    expect(verifySignature(d.card().signing, pageText(page), page.signature)).toBe(true);
    expect(verifySignature(d.card().signing, pageText({ ...page, office: '' }), page.signature)).toBe(false);
  });

  it('a laptop of no office does not mix two offices: the first whose bundle it takes in is the one, also for what it writes', async () => {
    const [ours, theirs] = ['A'.repeat(43), 'B'.repeat(43)];
    const [c, d] = [await openLaptop(folder, 'laptop-c', ours), await openLaptop(folder, 'laptop-d', theirs)];
    for (const one of [c, d]) {
      await one.bundles.book.keep(a.card());
      await a.bundles.book.keep(one.card());
    }
    await c.write('一个单位的话');
    await d.write('另一个单位的话');
    const [first, second] = [await send(c, a), await send(d, a)];
    // Opened before either is taken in: the second one is refused then.
    const early = await openAt(a, second);
    await receive(a, first);
    const late = await a.bundles.opening.takeFiles(early.opened);
    for (const refused of [late, await a.bundles.opening.open(second, signal())])
      expect(refused).toMatchObject({ ok: false, problem: { code: 'bundle.foreign' } });
    expect(await a.ids()).toHaveLength(1);
    // What it writes now is for that office alone: a laptop of the other one does not open it, one of the same does.
    const own = await a.write('自己的话');
    const written = await send(a, d);
    expect(await d.bundles.opening.open(written, signal())).toMatchObject({
      problem: { code: 'bundle.foreign' },
    });
    expect(await receive(c, await send(a, c))).toEqual([own.id]);
    // Without the note of whose it is both would be here.
    await a.bundles.state.change(() => ({ office: '' }));
    expect(await receive(a, second)).toHaveLength(1);
  });

  it('what a laptop of no office had before goes to the first office whose bundle it takes in, with all it writes from then on', async () => {
    const [ours, theirs] = ['A'.repeat(43), 'B'.repeat(43)];
    const [c, d] = [await openLaptop(folder, 'laptop-c', ours), await openLaptop(folder, 'laptop-d', theirs)];
    for (const one of [c, d]) {
      await one.bundles.book.keep(a.card());
      await a.bundles.book.keep(one.card());
    }
    const [own, brought] = [await a.write('入单位之前的话'), await b.write('没有写明单位的数据包带来的话')];
    await receive(a, await send(b, a));
    // Nobody's yet: any office takes it in, as what its author began with.
    expect(await receive(d, await send(a, d))).toEqual([own.id, brought.id]);
    expect(await officeNamed(d)).toBe('');
    const theirsAll = await c.write('一个单位的话');
    await receive(a, await send(c, a));
    expect(await receive(c, await send(a, c))).toEqual([own.id, brought.id]);
    expect(await officeNamed(c)).toBe(ours);
    const late = await d.bundles.opening.open(await send(a, d), signal());
    expect(late).toMatchObject({ ok: false, problem: { code: 'bundle.foreign' } });
    expect(await d.ids()).not.toContain(theirsAll.id);
  });

  it('the data of an office that has not told its key yet is never called another office’s', async () => {
    const [joined, d] = [
      await openLaptop(folder, 'laptop-c', ''),
      await openLaptop(folder, 'laptop-d', 'B'.repeat(43)),
    ];
    await joined.bundles.book.keep(d.card());
    await d.bundles.book.keep(joined.card());
    const own = await joined.write('本单位的话');
    await d.write('也许是另一个单位的话');
    // It may be its own office's: it is taken in, and its page is refused by the server if it is not.
    expect(await receive(joined, await send(d, joined))).toHaveLength(1);
    expect(await receive(d, await send(joined, d))).toEqual([own.id]);
    expect(await officeNamed(d)).toBe('');
    expect(joined.bundles.state.now().office).toBe('');
  });

  it('what was refused of a carried page is not signed along in the courier’s next bundle, until that person says so', async () => {
    const [refused, taken] = [await a.write('停用电脑的话'), await a.write('收下的话')];
    await receive(b, await send(a, b));
    const own = await b.write('自己的话');
    const c = await openLaptop(folder, 'laptop-c');
    await b.bundles.book.keep(c.card());
    await c.bundles.book.keep(b.card());
    const planned = async () => valueOf(await b.bundles.writing.plan(wantedFor(c, { all: true }))).changes;
    // Nothing held: this is what would go in by the courier's right, or by that of whoever opens it.
    expect(await planned()).toBe(3);
    await b.bundles.withheld.keep('page-1.json', [
      { change: refused.id, problem: problem('bundle.signerRevoked') },
    ]);
    expect(await receive(c, await send(b, c))).toEqual([taken.id, own.id]);
    // The server brought it since: it is the office's.
    valueOf(await b.changes.append({ origin: 'remote', changes: [refused] }));
    expect(await planned()).toBe(3);
    const d = await openLaptop(folder, 'laptop-d');
    await b.bundles.book.keep(d.card());
    await d.bundles.book.keep(b.card());
    expect(await receive(d, await send(b, d))).toHaveLength(3);
  });

  it('what nobody has judged yet goes on to the next stick, but for what a laptop wrote whose person was revoked here', async () => {
    const [one, other] = [await a.write('还没有人判断过的话'), await a.write('停用之后不再传的话')];
    await receive(b, await send(a, b));
    const [c, d] = [await openLaptop(folder, 'laptop-c'), await openLaptop(folder, 'laptop-d')];
    for (const next of [c, d]) {
      await b.bundles.book.keep(next.card());
      await next.bundles.book.keep(b.card());
    }
    expect(await receive(c, await send(b, c))).toEqual([one.id, other.id]);
    await b.bundles.revoke('laptop-a', true, []);
    const own = await b.write('自己的话');
    const why = problem('bundle.writerRevoked');
    expect([one, other].map(({ id }) => b.bundles.withheld.find(id))).toEqual([why, why]);
    expect(await receive(d, await send(b, d))).toEqual([own.id]);
    await b.bundles.revoke('laptop-a', false, []);
    expect(b.bundles.withheld.ids().size).toBe(0);
    expect(await receive(d, await send(b, d))).toEqual([one.id, other.id]);
  });

  it.each(['the laptop is allowed again', 'the person hands them in', 'the server takes them'])(
    'what was held reaches who gave a receipt meanwhile, once %s',
    async (how) => {
      const words = [await a.write('停用时留下的话'), await a.write('另一句')].map(({ id }) => id);
      await receive(b, await send(a, b));
      const c = await openLaptop(folder, 'laptop-c');
      await b.bundles.book.keep(c.card());
      await c.bundles.book.keep(b.card());
      const { name = '' } = (await b.bundles.carried.next()) ?? {};
      await b.bundles.revoke('laptop-a', true, []);
      const own = await b.write('自己的话');
      expect(await receive(c, await send(b, c))).toEqual([own.id]);
      // The page is handed in meanwhile: to whom it belongs is not to be read from it any more.
      await b.bundles.carried.drop(name);
      await receive(b, await send(c, b));
      expect(await planned(b, c)).toBe(0);
      if (how === 'the laptop is allowed again') await b.bundles.revoke('laptop-a', false, []);
      else if (how === 'the person hands them in') await b.bundles.withheld.release(words);
      else await b.bundles.judged(words, []);
      expect(await receive(c, await send(b, c))).toEqual(words);
      await receive(b, await send(c, b));
      expect(await planned(b, c)).toBe(0);
    },
  );

  it('without being told once more, they would not', async () => {
    const word = await a.write('停用时留下的话');
    await receive(b, await send(a, b));
    const { tellAgain } = b.changes;
    b.changes.tellAgain = () => Promise.resolve({ ok: true, value: null });
    await b.bundles.revoke('laptop-a', true, []);
    await b.write('自己的话');
    const c = await openLaptop(folder, 'laptop-c');
    await b.bundles.book.keep(c.card());
    await c.bundles.book.keep(b.card());
    await receive(c, await send(b, c));
    await receive(b, await send(c, b));
    await b.bundles.revoke('laptop-a', false, []);
    expect(await planned(b, c)).toBe(0);
    await tellAgain([word.id]);
    expect(await planned(b, c)).toBe(1);
  });

  it('and is, once that person says so', async () => {
    const refused = await a.write('停用电脑的话');
    await receive(b, await send(a, b));
    const why = problem('bundle.signerRevoked');
    await b.bundles.withheld.keep('page-1.json', [{ change: refused.id, problem: why }]);
    const planned = async () => valueOf(await b.bundles.writing.plan(wantedFor(a, { all: true }))).changes;
    expect(await planned()).toBe(0);
    await b.bundles.withheld.release([refused.id]);
    expect(await planned()).toBe(1);
  });
});

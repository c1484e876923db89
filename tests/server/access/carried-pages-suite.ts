import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { openCarriedPages } from '../../../electron/bundles/carried-pages';
import { handInNext } from '../../../electron/bundles/hand-in';
import { openWithheldChanges } from '../../../electron/bundles/withheld-changes';
import type { Connection } from '../../../electron/sync/sync-client';
import { changeAccount } from '../../../server/access/save-account';
import { takePage } from '../../../server/changes/take-page';
import { buildApp } from '../../../server/app';
import type { Database } from '../../../server/database/database';
import { accessRules } from '../../../shared/access/access-rules';
import { type PageReply, type SignedPage, pageText } from '../../../shared/bundles/signed-page';
import type { Change } from '../../../shared/changes/change';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { problem } from '../../../shared/problems';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { noteChange } from '../note-change';
import { anyAccess } from '../signed';
import type { TestLaptop } from '../test-laptop';
import type { TestOffice } from '../test-office';
import { mayWrite } from './may-write';
import { type AskAs, type CallerName, known } from './sample-callers';

/** What a laptop carries and withholds, on a folder of its own; `told` are the ids that were told again. */
async function openCourier() {
  const folder = await mkdtemp(join(tmpdir(), 'xunji-courier-'));
  const carried = await openCarriedPages(nodeFileSystem, folder, () => 0);
  const told: string[] = [];
  const tellAgain = (ids: readonly string[]) => Promise.resolve(told.push(...ids) > 0);
  const withheld = await openWithheldChanges(nodeFileSystem, join(folder, 'withheld'), tellAgain);
  const keep = async ({ changes, ...said }: SignedPage) =>
    carried.keep({ ...said, changes: JSON.stringify(changes) }, 0);
  return { folder, carried, withheld, keep, told };
}

interface Given {
  readonly opened: TestOffice;
  readonly laptops: ReadonlyMap<CallerName, TestLaptop>;
  readonly ask: AskAs;
  askOn(app: FastifyInstance): AskAs;
}

/** Nobody of tour 1, so that all that he brings of it is another's. */
const courier: CallerName = 'inspector of another tour';

/** Bundles that somebody hands in for another. */
export function testCarriedPages(given: () => Given): void {
  const laptopOf = (name: CallerName) => given().laptops.get(name) as TestLaptop;

  function pageBy(signer: CallerName, changes: readonly Change[], office = ''): SignedPage {
    const { id: device, sign } = laptopOf(signer);
    const page = {
      bundle: randomUUID(),
      device,
      office,
      changes: changes.map((change) => ({ ...change, device })),
    };
    return { ...page, signature: sign(pageText(page)) };
  }

  async function handIn(page: SignedPage, by: CallerName = courier, ask = given().ask) {
    const { statusCode, body } = await ask(by, 'POST', '/api/bundles', page);
    return { statusCode, ...(JSON.parse(body) as PageReply & { problem?: { code: string } }) };
  }

  function query<Row>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return given().opened.office.database.transact((transaction) => transaction.query<Row>(sql, [...values]));
  }

  /** The line of a laptop that carries. */
  const lineOf = (by: CallerName): Connection => ({
    settings: () => settingsSchema.parse({ serverUrl: 'http://127.0.0.1:1' }),
    office: anyAccess,
    fetch: async (_, init) => {
      const page: unknown = JSON.parse(await new Response(init?.body).text());
      const { statusCode, body } = await given().ask(by, 'POST', '/api/bundles', page);
      return new Response(body, { status: statusCode });
    },
  });

  const accountOf = async (device: string) =>
    (await query<{ account: string }>('select account from devices where id = $1', [device]))[0]?.account ??
    '';

  const countOf = async (changes: readonly Pick<Change, 'id'>[]) =>
    (await query('select id from changes where id = any($1::text[])', [changes.map(({ id }) => id)])).length;

  test('what a stick brings counts with the rights of the laptop that signed it, whoever hands it in', async () => {
    for (const [what, { change, by }] of Object.entries(mayWrite)) {
      for (const signer of known.filter((name) => name !== 'administrator without laptop')) {
        const tried = noteChange(change());
        const { statusCode, ...reply } = await handIn(pageBy(signer, [tried]));
        const problem = { code: 'change.forbidden', details: {} };
        const expected = by.includes(signer)
          ? { settled: [tried.id], refused: [] }
          : { settled: [], refused: [{ change: tried.id, problem }] };
        // Nothing besides: what the signer may read is not for who carries.
        expect([what, signer, statusCode, reply]).toEqual([what, signer, 200, expected]);
      }
    }
  });

  test('without the judging a change that is forbidden to its signer gets in', async () => {
    const rules = { ...accessRules, mayChange: () => true };
    const bare = await buildApp({ ...given().opened.office, rules }, Fastify());
    const tried = noteChange(mayWrite['a note in tour 2']?.change());
    expect((await handIn(pageBy('inspector', [tried]))).settled).toEqual([]);
    const again = { ...tried, id: randomUUID() };
    expect((await handIn(pageBy('inspector', [again]), courier, given().askOn(bare))).settled).toEqual([
      again.id,
    ]);
    await bare.close();
  });

  test('who hands in a tour gets no part of it, and stands in the audit; twice is once', async () => {
    const scope = 'tour-on-a-stick';
    const page = pageBy('inspector', [noteChange({ scope }), noteChange({ scope })]);
    const first = await handIn(page);
    expect(await handIn(page)).toEqual(first);
    expect(await countOf(page.changes)).toBe(2);
    const exchange = (caller: CallerName) =>
      given().ask(caller, 'POST', '/api/exchange', {
        protocol: 2,
        device: laptopOf(caller).id,
        epoch: null,
        cursors: {},
        views: {},
        changes: [],
      });
    expect((await exchange('inspector')).body).toContain(scope);
    expect((await exchange(courier)).body).not.toContain(scope);
    const handed = await query(
      `select device, count from audit where act = 'bundle.handedIn' and subject = $1`,
      [page.bundle],
    );
    expect(handed).toEqual([1, 2].map(() => ({ device: laptopOf(courier).id, count: 2 })));
    const accepted = await query(
      `select device, count from audit where act = 'changes.accepted' and scope = $1`,
      [scope],
    );
    expect(accepted).toEqual([{ device: laptopOf('inspector').id, count: 2 }]);
  });

  test('nothing comes in of fifty bundles of revoked laptops and disabled accounts, signed or not, whoever brings them', async () => {
    const brought = known.filter((name) => name !== 'administrator without laptop');
    const pages = Array.from({ length: 50 }, (_, index) => {
      const page = pageBy(index % 2 ? 'revoked laptop' : 'disabled account', [
        noteChange({ scope: index % 3 ? 'tour-1' : `tour-${index}-of-nobody` }),
        noteChange({ scope: 'office', kind: 'site' }),
      ]);
      return index % 5 ? page : { ...page, signature: '' };
    });
    for (const [index, page] of pages.entries()) {
      const told = await handIn(page, brought[index % brought.length]);
      expect([told.statusCode, told.problem?.code]).toEqual([422, 'bundle.signerRevoked']);
    }
    expect(await countOf(pages.flatMap(({ changes }) => changes))).toBe(0);
    const bundles = pages.map(({ bundle }) => bundle);
    const noted = await query(
      `select 1 from audit where act = 'bundle.refused' and subject = any($1::text[])`,
      [bundles],
    );
    expect(noted).toHaveLength(50);
  });

  test('a page that was changed, renamed, unsigned or signed by another is nobody’s', async () => {
    const page = pageBy('inspector', [noteChange()]);
    const stranger = pageBy('inspector', [noteChange()]);
    const text = { text: { value: '改过的话', replaces: [] } };
    const forged: readonly SignedPage[] = [
      { ...page, changes: page.changes.map((change) => ({ ...change, fields: text })) },
      { ...page, bundle: randomUUID() },
      { ...page, device: laptopOf('secretary').id },
      { ...page, signature: '' },
      { ...page, signature: laptopOf(courier).sign(pageText(page)) },
      { ...stranger, device: randomUUID() },
    ];
    const codes = [];
    for (const each of forged) codes.push((await handIn(each)).problem?.code);
    // In the name of a laptop that is known it goes in by nobody's right; of a stranger, by that of who brings it.
    const wrong = 'bundle.signatureWrong';
    expect(codes).toEqual([wrong, wrong, wrong, wrong, wrong, 'bundle.unproven']);
    expect(await countOf([...page.changes, ...stranger.changes])).toBe(0);
    expect((await handIn(page)).settled).toHaveLength(1);
  });

  test('what this server refuses of a page stays with the courier: held, out of his own exchange, until he hands it in by his own right', async () => {
    const { folder, carried, withheld, keep } = await openCourier();
    const carry = async (page: SignedPage) => {
      await keep(page);
      const handed = await handInNext(lineOf('administrator'), { carried, withheld });
      await carried.drop(handed.ok ? (handed.value?.page.name ?? '') : '');
      return handed.ok ? handed.value?.came : handed;
    };
    // Of a tour in which its writer is and of one in which he is not: who carries could write both.
    const [mine, theirs] = [noteChange({ scope: 'tour-1' }), noteChange({ scope: 'tour-2' })];
    const page = pageBy('inspector', [mine, theirs]);
    const forbidden = problem('change.forbidden');
    expect(await carry(page)).toEqual({
      by: 'writer',
      settled: [mine.id],
      refused: [{ change: theirs.id, problem: forbidden }],
    });
    const sentAway = noteChange({ scope: 'tour-1' });
    const revoked = pageBy('revoked laptop', [sentAway]);
    await carry(revoked);
    expect([theirs, sentAway].map(({ id }) => withheld.find(id))).toEqual([
      forbidden,
      problem('bundle.signerRevoked'),
    ]);
    expect(withheld.find(mine.id)).toBeUndefined();
    expect(await countOf(page.changes)).toBe(1);
    expect(await countOf(revoked.changes)).toBe(0);
    // The twin: by the courier's own exchange, which nothing but the mark keeps from it, all of it goes in.
    await withheld.release([theirs.id, sentAway.id]);
    const released = [theirs, sentAway].filter(({ id }) => !withheld.find(id));
    const { body } = await given().ask('administrator', 'POST', '/api/exchange', {
      protocol: 2,
      device: laptopOf('administrator').id,
      epoch: null,
      cursors: {},
      views: {},
      changes: released,
    });
    expect((JSON.parse(body) as PageReply).settled).toEqual([theirs.id, sentAway.id]);
    await rm(folder, { recursive: true });
  });

  test('what a disabled account wrote is taken from the same page once that account may come again', async () => {
    const { database, clock } = given().opened.office;
    const { folder, carried, withheld, keep, told } = await openCourier();
    const word = noteChange({ scope: 'tour-1' });
    const page = pageBy('disabled account', [word]);
    const account = await accountOf(page.device);
    await keep(page);
    const hand = () => handInNext(lineOf('administrator'), { carried, withheld });
    expect(await hand()).toMatchObject({ value: { came: { isParked: true } } });
    expect(withheld.find(word.id)).toEqual(problem('bundle.signerRevoked'));
    const change = (disabled: boolean) =>
      changeAccount(database, account, { disabled }, { account: 'test', device: '' }, clock());
    await change(false);
    expect(await hand()).toMatchObject({ value: { came: { by: 'writer', settled: [word.id] } } });
    await change(true);
    expect([withheld.ids().size, told, await countOf([word])]).toEqual([0, [word.id], 1]);
    await rm(folder, { recursive: true });
  });

  test('a page whose signer is sent away while it waits is refused as a whole: what counts is the moment at which it is taken', async () => {
    const { database, clock, keys } = given().opened.office;
    const change = async (disabled: boolean, device: string) =>
      changeAccount(
        database,
        await accountOf(device),
        { disabled },
        { account: 'test', device: '' },
        clock(),
      );
    const takenAfter = async (sendsAway: boolean) => {
      const page = pageBy('secretary', [noteChange({ scope: 'tour-1' })]);
      let isFound = false;
      // It is known whose page it is; the next transaction takes it.
      const between: Database = {
        ...database,
        transact: async (work) => {
          if (isFound && sendsAway) await change(true, page.device);
          isFound = true;
          return database.transact(work);
        },
      };
      const { id } = laptopOf(courier);
      const account = await accountOf(id);
      const caller = { account, device: id, role: 'inspector' as const, person: '', isSignedIn: false };
      const by = { caller, now: clock(), rules: accessRules };
      const taken = await takePage({ database: between, office: keys.publicKey }, page, by);
      await change(false, page.device);
      return [taken.ok || taken.problem.code, await countOf(page.changes)];
    };
    expect(await takenAfter(true)).toEqual(['bundle.signerRevoked', 0]);
    expect(await takenAfter(false)).toEqual([true, 1]);
  });

  test('a page is for the office whose data it holds, and for no other, whoever signed it', async () => {
    const own = given().opened.office.keys.publicKey;
    const another = 'A'.repeat(43);
    const page = pageBy('inspector', [noteChange()], another);
    const stranger = { ...pageBy('inspector', [noteChange()], another), device: randomUUID() };
    for (const each of [page, stranger])
      expect((await handIn(each)).problem?.code).toBe('bundle.otherOffice');
    // Who takes the office off, or puts this one on, has a page that nobody signed.
    for (const office of ['', own])
      expect((await handIn({ ...page, office })).problem?.code).toBe('bundle.signatureWrong');
    expect(await countOf([...page.changes, ...stranger.changes])).toBe(0);
    const refused = await query(`select count from audit where act = 'bundle.refused' and subject = $1`, [
      page.bundle,
    ]);
    expect(refused).toHaveLength(3);
    expect((await handIn(pageBy('inspector', [noteChange()], own))).settled).toHaveLength(1);
    // Without the comparison another office's page would come in: a server that takes that office for its own takes it.
    const keys = { ...given().opened.office.keys, publicKey: another };
    const bare = await buildApp({ ...given().opened.office, keys }, Fastify());
    expect((await handIn(page, courier, given().askOn(bare))).settled).toHaveLength(1);
    await bare.close();
    // Of an earlier version: it names no office, and counts by who signed it.
    expect((await handIn(pageBy('inspector', [noteChange()]))).settled).toHaveLength(1);
  });
}

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '../../../shared/protocol/sync';
import { noteChange } from '../note-change';
import { type TestOffice, openTestOffice } from '../test-office';
import { type AskAs, type CallerName, makeSampleCallers } from '../access/sample-callers';
import type { TestLaptop } from '../test-laptop';

describe('Who may have a file', () => {
  const clock = { now: Date.parse('2026-05-20T08:00:00Z') };
  let opened: TestOffice;
  let laptops: ReadonlyMap<CallerName, TestLaptop>;
  let ask: AskAs;
  const owner: CallerName = 'inspector';
  const other: CallerName = 'inspector of another tour';

  beforeAll(async () => {
    opened = await openTestOffice({ clock: () => clock.now });
    const made = await makeSampleCallers(opened, clock);
    ({ laptops } = made);
    ask = made.askOn(opened.app);
  });
  afterAll(() => opened?.close());

  const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const get = async (caller: CallerName, sha256: string, path: string = paths.attachments) =>
    (await ask(caller, 'GET', `${path}/${sha256}`)).statusCode;

  async function upload(caller: CallerName, bytes: Buffer, sent = bytes.length) {
    const answer = await opened.app.inject({
      method: 'POST',
      url: paths.uploads,
      headers: {
        ...laptops.get(caller)?.headersFor('POST', paths.uploads),
        'tus-resumable': '1.0.0',
        'upload-length': String(bytes.length),
        'upload-metadata': `sha256 ${Buffer.from(hashOf(bytes)).toString('base64')}`,
        'content-type': 'application/offset+octet-stream',
      },
      payload: bytes.subarray(0, sent),
    });
    return [answer.statusCode, answer.headers['upload-offset']];
  }

  const offsetOf = async (caller: CallerName, sha256: string) => {
    const path = `${paths.uploads}/${sha256}`;
    const headers = { ...laptops.get(caller)?.headersFor('HEAD', path), 'tus-resumable': '1.0.0' };
    const answer = await opened.app.inject({ method: 'HEAD', url: path, headers });
    return answer.headers['upload-offset'];
  };

  /** Names a file in a tour; a new one is the caller's. */
  async function name(caller: CallerName, scope: string, sha256: string) {
    const change = noteChange({
      scope,
      kind: 'attachment',
      record: randomUUID(),
      fields: { sha256: { value: sha256, replaces: [] } },
    });
    const device = laptops.get(caller)?.id;
    const body = { protocol: 2, device, epoch: null, cursors: {}, views: {}, changes: [change] };
    expect((await ask(caller, 'POST', paths.exchange, body)).body).toContain('"refused":[]');
  }

  test('whoever only knows a hash and names it in a tour of their own gets neither file nor small picture; who brings the file does', async () => {
    const bytes = randomBytes(3000);
    const sha256 = hashOf(bytes);
    await name(owner, 'tour-1', sha256);
    expect(await upload(owner, bytes)).toEqual([201, '3000']);
    const jpeg = Buffer.from([0xff, 0xd8, 1]).toString('base64');
    expect((await ask(owner, 'PUT', `${paths.thumbs}/${sha256}`, { jpeg })).statusCode).toBe(204);
    await name(other, 'tour-of-a-stranger', sha256);
    expect([await get(owner, sha256), await get(owner, sha256, paths.thumbs)]).toEqual([200, 200]);
    expect([await get(other, sha256), await get(other, sha256, paths.thumbs)]).toEqual([404, 404]);
    const known = { sha256: [sha256] };
    expect((await ask(other, 'POST', paths.knownFiles, known)).body).toBe('{"known":[]}');
    expect(await upload(other, bytes)).toEqual([201, '3000']);
    expect(await get(other, sha256)).toBe(200);
  });

  test('a small picture that a stranger brings is shown to nobody else', async () => {
    const sha256 = hashOf(randomBytes(9));
    const bring = (caller: CallerName, mark: number) =>
      ask(caller, 'PUT', `${paths.thumbs}/${sha256}`, {
        jpeg: Buffer.from([0xff, 0xd8, mark]).toString('base64'),
      });
    await bring(other, 66);
    await bring(owner, 1);
    await name(owner, 'tour-1', sha256);
    await bring(owner, 2);
    const shown = (await ask('secretary', 'GET', `${paths.thumbs}/${sha256}`)).body;
    expect(Buffer.from(shown, 'latin1').at(-1)).toBe(1);
  });

  test('who may have a file gives it to the readers of another tour by naming it there, without sending it again', async () => {
    const bytes = randomBytes(500);
    const sha256 = hashOf(bytes);
    // Before the record that names it.
    await upload(owner, bytes);
    await name(owner, 'tour-1', sha256);
    expect(await get('secretary', sha256)).toBe(200);
    await name('secretary', 'tour-carried-on', sha256);
    const held = async () =>
      (
        await opened.office.database.transact(({ query }) =>
          query<{ is_held: boolean }>(
            `select is_held from attachments where scope = 'tour-carried-on' and sha256 = '${sha256}'`,
          ),
        )
      )[0]?.is_held;
    expect(await held()).toBe(false);
    const answer = await ask('secretary', 'POST', paths.knownFiles, {
      sha256: [sha256, hashOf(randomBytes(5))],
    });
    expect(JSON.parse(answer.body)).toEqual({ known: [sha256] });
    expect(await held()).toBe(true);
  });

  test('an upload belongs to the laptop that began it, and is in the audit from its beginning', async () => {
    const bytes = randomBytes(2000);
    const sha256 = hashOf(bytes);
    expect(await upload(owner, bytes, 800)).toEqual([201, '800']);
    expect([await offsetOf(owner, sha256), await offsetOf(other, sha256)]).toEqual(['800', undefined]);
    expect(await upload(other, bytes, 10)).toEqual([201, '10']);
    // What is here already is told before a byte is read.
    expect(await upload(owner, bytes)).toEqual([201, '800']);
    const rows = await opened.office.database.transact(({ query }) =>
      query<{ act: string; device: string }>(`select act, device from audit where subject = '${sha256}'`),
    );
    const of = (caller: CallerName) => ({ act: 'attachment.begun', device: laptops.get(caller)?.id });
    expect(rows).toEqual([of(owner), of(other)]);
  });
});

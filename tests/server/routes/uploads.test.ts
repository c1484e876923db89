import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Upload, type UploadOptions } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UploadStore } from '../../../server/files/upload-store';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { paths } from '../../../shared/protocol/sync';
import { signedFetch } from '../signed';
import { type TestOffice, openTestOffice } from '../test-office';

describe('Attachments', () => {
  let opened: TestOffice;
  let url: string;
  const fetch = (address: string, init?: RequestInit) => signedFetch(opened.administrator)(address, init);

  beforeAll(async () => {
    opened = await openTestOffice();
    url = await opened.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => opened?.close());

  const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const get = (sha256: string, method = 'GET') => fetch(`${url}${paths.attachments}/${sha256}`, { method });
  const tus = { 'tus-resumable': '1.0.0' };
  const patch = (location: string, offset: number, bytes: Uint8Array<ArrayBuffer>) =>
    fetch(`${url}${location}`, {
      method: 'PATCH',
      headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      body: bytes,
    });

  async function begin(size: number, sha256: string): Promise<Response> {
    return fetch(`${url}${paths.uploads}`, {
      method: 'POST',
      headers: {
        ...tus,
        'upload-length': String(size),
        'upload-metadata': `sha256 ${Buffer.from(sha256).toString('base64')}`,
      },
    });
  }

  test('7 MB that were cut off go on where they stopped and arrive bit by bit', async () => {
    const bytes = randomBytes(7_000_000);
    const sha256 = sha256Of(bytes);
    const options: UploadOptions = {
      endpoint: `${url}${paths.uploads}`,
      chunkSize: 1 << 20,
      metadata: { sha256 },
      onBeforeRequest(request) {
        const shown = opened.administrator.headersFor(
          request.getMethod(),
          new URL(request.getURL()).pathname,
        );
        for (const [name, value] of Object.entries(shown)) request.setHeader(name, value);
      },
    };
    let uploadUrl = '';
    await new Promise<void>((resolve, reject) => {
      const first = new Upload(bytes, {
        ...options,
        onError: reject,
        onProgress(sent) {
          if (sent < 2_500_000) return;
          uploadUrl = first.url ?? '';
          first.abort().then(resolve, reject);
        },
      });
      first.start();
    });
    expect((await get(sha256, 'HEAD')).status).toBe(404);
    const offset = Number(
      (await fetch(uploadUrl, { method: 'HEAD', headers: tus })).headers.get('upload-offset'),
    );
    expect(offset).toBeGreaterThan(1_000_000);
    let sentBytes = 0;
    await new Promise<void>((resolve, reject) => {
      const second = new Upload(bytes, {
        ...options,
        uploadUrl,
        onError: reject,
        onSuccess: () => resolve(),
        onChunkComplete: (size) => (sentBytes += size),
      });
      second.start();
    });
    expect(sentBytes).toBe(bytes.length - offset);
    const arrived = await get(sha256);
    expect(arrived.headers.get('content-length')).toBe(String(bytes.length));
    expect(sha256Of(Buffer.from(await arrived.arrayBuffer()))).toBe(sha256);
    expect((await get(sha256, 'HEAD')).status).toBe(200);
    expect(await readdir(join(opened.directory, 'uploads'))).toEqual([]);
  });

  test('bytes under a wrong hash are thrown away, and said so', async () => {
    const sha256 = sha256Of(randomBytes(8));
    const location = (await begin(5, sha256)).headers.get('location') ?? '';
    const answer = await patch(location, 0, Uint8Array.from([1, 2, 3, 4, 5]));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({ problem: { code: 'attachment.hashWrong', details: {} } });
    expect((await get(sha256)).status).toBe(404);
    expect((await fetch(`${url}${location}`, { method: 'HEAD', headers: tus })).status).toBe(404);
    expect(await readdir(join(opened.directory, 'uploads'))).toEqual([]);
  });

  test('the same photo twice at once is kept once, and who comes later is told that it is there', async () => {
    const bytes = Uint8Array.from(randomBytes(50_000));
    const sha256 = sha256Of(bytes);
    const locations = await Promise.all(
      [1, 2].map(async () => (await begin(bytes.length, sha256)).headers.get('location') ?? ''),
    );
    const answers = await Promise.all(locations.map((location) => patch(location, 0, bytes)));
    expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([204, 404]);
    expect((await begin(bytes.length, sha256)).headers.get('upload-offset')).toBe('50000');
    expect(await readdir(join(opened.directory, 'blobs', sha256.slice(0, 2)))).toEqual([sha256]);
  });

  test('an upload that looks complete is not told to be so before it is moved in', async () => {
    const bytes = Uint8Array.from(randomBytes(3_000_000));
    const sha256 = sha256Of(bytes);
    const location = (await begin(bytes.length, sha256)).headers.get('location') ?? '';
    const sending = patch(location, 0, bytes);
    const asked = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        await new Promise((resolve) => setTimeout(resolve, index));
        const head = await fetch(`${url}${location}`, { method: 'HEAD', headers: tus });
        const isComplete = head.headers.get('upload-offset') === String(bytes.length);
        return isComplete && (await get(sha256, 'HEAD')).status !== 200;
      }),
    );
    await sending;
    expect(asked.filter(Boolean)).toEqual([]);
  });

  test('what a killed server left complete is moved in at the next start, what is damaged is forgotten', async () => {
    const directory = join(opened.directory, 'left-uploads');
    await mkdir(directory);
    const [whole, damaged] = [randomBytes(1000), randomBytes(1000)];
    const uploads = new UploadStore(directory, opened.office.blobs, nodeFileSystem);
    for (const [id, bytes, sha256] of [
      ['a'.repeat(32), whole, sha256Of(whole)],
      ['b'.repeat(32), damaged, sha256Of(whole)],
      ['c'.repeat(32), whole.subarray(0, 10), sha256Of(damaged)],
    ] as const) {
      const upload = {
        id,
        size: 1000,
        offset: 0,
        metadata: { sha256 },
        creation_date: new Date().toISOString(),
      };
      await writeFile(join(directory, id), bytes);
      await writeFile(join(directory, `${id}.json`), JSON.stringify(upload));
    }
    await uploads.sweep(Date.now);
    expect((await readdir(directory)).sort()).toEqual(['c'.repeat(32), `${'c'.repeat(32)}.json`]);
    expect((await get(sha256Of(whole))).status).toBe(200);
    expect((await get(sha256Of(damaged))).status).toBe(404);
    await uploads.sweep(() => Date.now() + 15 * 24 * 60 * 60 * 1000);
    expect(await readdir(directory)).toEqual([]);
  });

  test('a file without a byte arrives too', async () => {
    const sha256 = sha256Of(Buffer.alloc(0));
    expect((await begin(0, sha256)).status).toBe(201);
    const arrived = await get(sha256);
    expect([arrived.status, await arrived.text()]).toEqual([200, '']);
  });

  test.each([
    `${paths.attachments}/..%2f..%2fdoor-secret`,
    `${paths.attachments}/%2e%2e/door-secret`,
    `${paths.attachments}/${'A'.repeat(64)}`,
    `${paths.attachments}/${'a'.repeat(63)}%00`,
    `${paths.uploads}/..%2fdoor-secret`,
    `${paths.uploads}/${'a'.repeat(32)}.json`,
    `${paths.uploads}/..%5c..%5cdoor-secret`,
  ])('the path %s leads nowhere', async (path) => {
    const isUpload = path.startsWith(paths.uploads);
    const answer = await fetch(url + path, { method: isUpload ? 'HEAD' : 'GET', headers: tus });
    expect([400, 404]).toContain(answer.status);
    expect(await answer.text()).not.toContain(await readFile(join(opened.directory, 'epoch'), 'utf8'));
  });

  test('what follows the first bytes can be asked for, and nothing else of a range is understood', async () => {
    const bytes = Uint8Array.from(randomBytes(1000));
    const sha256 = sha256Of(bytes);
    await patch((await begin(1000, sha256)).headers.get('location') ?? '', 0, bytes);
    const ranged = (range: string) => fetch(`${url}${paths.attachments}/${sha256}`, { headers: { range } });
    const rest = await ranged('bytes=600-');
    expect([rest.status, rest.headers.get('content-range')]).toEqual([206, 'bytes 600-999/1000']);
    expect(sha256Of(Buffer.concat([bytes.subarray(0, 600), Buffer.from(await rest.arrayBuffer())]))).toBe(
      sha256,
    );
    for (const range of [
      'bytes=1000-',
      'bytes=-5',
      'bytes=0-0',
      'bytes=1-2,4-5',
      'bytes=99999999999999999999-',
    ]) {
      const whole = await ranged(range);
      expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, 1000]);
    }
  });

  test('a small picture is kept by the hash of its original: a JPEG of a small size, and the first one stays', async () => {
    const jpeg = (mark: number) => Buffer.from([0xff, 0xd8, mark]);
    const thumb = `${url}${paths.thumbs}/${sha256Of(Buffer.from('a photo'))}`;
    const put = async (bytes: Buffer) => {
      const body = JSON.stringify({ jpeg: bytes.toString('base64') });
      const sent = { 'content-type': 'application/json' };
      return (await fetch(thumb, { method: 'PUT', headers: sent, body })).status;
    };
    expect((await fetch(thumb)).status).toBe(404);
    expect(await put(Buffer.from('<svg onload=…>'))).toBe(400);
    expect(await put(Buffer.concat([jpeg(1), Buffer.alloc(1 << 19)]))).toBe(400);
    expect(await put(Buffer.concat([jpeg(1), Buffer.alloc(1 << 20)]))).toBe(400);
    expect([await put(jpeg(1)), await put(jpeg(2))]).toEqual([204, 204]);
    const kept = await fetch(thumb);
    expect(kept.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await kept.arrayBuffer())).toEqual(jpeg(1));
  });

  test('an upload without a hash, or with one that is a path, is not begun', async () => {
    for (const sha256 of ['', '../../door-secret', 'A'.repeat(64)]) {
      const answer = await begin(5, sha256);
      expect(answer.status).toBe(400);
      expect((await answer.json()).problem.code).toBe('request.invalid');
    }
  });

  test('tus’s own refusals keep their status and are problems too', async () => {
    const location = (await begin(5, sha256Of(randomBytes(4)))).headers.get('location') ?? '';
    const conflict = await patch(location, 3, Uint8Array.from([1]));
    expect(conflict.status).toBe(409);
    expect((await conflict.json()).problem.code).toBe('request.invalid');
    const large = await begin(3 * 1024 ** 3, sha256Of(randomBytes(4)));
    expect(large.status).toBe(413);
    expect((await large.json()).problem.code).toBe('attachment.tooLarge');
  });
});

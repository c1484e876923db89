import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPictureCache } from '../../../electron/files/picture-cache';
import { openScopeForgetter } from '../../../electron/journal/forget-scopes';
import { type Fetching, fetchFile } from '../../../electron/sync/fetch-file';
import { fetchThumb } from '../../../electron/sync/move-thumb';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { openJournal } from '../../../shared/node/journal';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { attachmentTag, thumbTag } from '../../../shared/protocol/sync';
import { plainSeal } from '../../../shared/sealing/seal';
import { openLaptopFiles } from '../../server/files/laptop-files';
import { anyAccess } from '../../server/signed';

const bytes = randomBytes(3000);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const settings = settingsSchema.parse({ serverUrl: 'http://127.0.0.1:1' });
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.alloc(300),
  Buffer.from([0xff, 0xd9]),
]);

let directory: string;
let laptop: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'going-'));
  laptop = await open();
});
afterEach(async () => {
  await laptop.journal.close();
  await rm(directory, { recursive: true });
});

async function open() {
  const fileSystem = nodeFileSystem;
  const files = await openLaptopFiles(join(directory, 'files'), () => '');
  const thumbs = openPictureCache(fileSystem, join(directory, 'thumbs'), () => 'aside');
  const journal = await openJournal({
    directory: join(directory, 'journal'),
    fileSystem,
    seal: plainSeal,
    newGeneration: 'journal-1',
  });
  const forgetter = openScopeForgetter({
    fileSystem,
    path: join(directory, 'forget-scopes.json'),
    journal,
    files: files.store,
    pictures: [thumbs],
    partials: [join(directory, 'files/partial')],
    arrivals: files.arrivals,
  });
  /** The tour goes, whose only file this is. */
  const go = async () => {
    expect(await forgetter.forget({ scopes: ['t1'], keep: [], files: [sha256] })).toMatchObject({ ok: true });
  };
  return { ...files, wait: () => Promise.resolve(), thumbs, journal, go };
}

/** Whatever is on this disk of the file. */
async function left(): Promise<readonly string[]> {
  return (await readdir(directory, { recursive: true })).filter((name) => name.includes(sha256));
}

const line = (fetch: () => Promise<Response>) => ({ settings: () => settings, office: anyAccess, fetch });

/** Two halves, with a moment before each and one before the end. */
function halves(moments: readonly (() => Promise<void>)[]): Response {
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const turn = at;
      at += 1;
      await moments[turn]?.();
      if (turn < 2) controller.enqueue(new Uint8Array(bytes.subarray(turn * 1500, (turn + 1) * 1500)));
      else controller.close();
    },
  });
  return new Response(body, { headers: { etag: attachmentTag(sha256), 'content-length': '3000' } });
}

type Going = (go: () => Promise<void>, parts: typeof laptop) => Fetching;
const still = () => Promise.resolve();

const moments: Readonly<Record<string, Going>> = {
  'before its part is begun': (go, parts) => ({
    ...parts,
    connection: line(async () => halves([])),
    store: { has: () => go().then(() => false) },
  }),
  'before it is answered': (go, parts) => ({
    ...parts,
    connection: line(() => go().then(() => halves([]))),
  }),
  'when half of it is here': (go, parts) => ({
    ...parts,
    connection: line(async () => halves([still, go])),
  }),
  'when all of it is here': (go, parts) => ({
    ...parts,
    connection: line(async () => halves([still, still, go])),
  }),
};

describe('A file whose tour goes while it is on its way', () => {
  it.each(Object.entries(moments))('does not arrive: %s', async (_, going) => {
    const fetched = await fetchFile(going(laptop.go, laptop), sha256);
    expect(fetched).toMatchObject({ ok: false, problem: { code: 'attachment.unknown' } });
    expect(await left()).toEqual([]);
    // Given back, it is fetched like any other.
    const anew = { ...laptop, connection: line(async () => halves([])) };
    expect(await fetchFile(anew, sha256)).toEqual({ ok: true, value: {} });
    expect(await laptop.store.list()).toEqual([sha256]);
  });

  it('nor does its small picture', async () => {
    const answer = new Response(jpeg, { headers: { etag: thumbTag(sha256) } });
    const connection = line(() => laptop.go().then(() => answer));
    const fetched = await fetchThumb(connection, laptop.thumbs, laptop.arrivals, sha256);
    expect(fetched).toMatchObject({ ok: false, problem: { code: 'attachment.unknown' } });
    expect(await left()).toEqual([]);
  });

  it('one of which nobody tells its road that it goes is found by this test', async () => {
    const deaf = { begin: () => ({ stopped: new AbortController().signal, end: () => undefined }) };
    const first = Object.values(moments)[0] as Going;
    expect(await fetchFile({ ...first(laptop.go, laptop), arrivals: deaf }, sha256)).toMatchObject({
      ok: true,
    });
    expect(await left()).toHaveLength(1);
  });
});

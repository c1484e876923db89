import { createHash } from 'node:crypto';
import { makeDirectoryDurably, writeDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { openJournal } from '../../shared/node/journal';
import { plainSeal } from '../../shared/sealing/seal';
import { openAttachmentStore } from '../../electron/files/attachment-store';
import { openCopies } from '../../electron/files/copies';
import { openRecordingStore } from '../../electron/files/recording-store';
import { sweepTemporary } from '../../electron/files/sweep-temporary';

/** What the person was told is there. */
export interface Acknowledged {
  /** Rows of photos and memos, by the hash of their file. */
  readonly rows: string[];
  /** Bytes of sound of the recording that is under way. */
  readonly sounds: Map<string, number>;
  /** Copies and documents that were written, with the hash of what is in them. */
  readonly exports: Map<string, string>;
}

export interface Findings {
  readonly rowsWithoutFile: number;
  readonly wrongHashes: number;
  readonly lostRows: number;
  readonly lostSound: number;
  readonly brokenExports: number;
  readonly orphans: readonly string[];
}

export const nothingWrong = {
  rowsWithoutFile: 0,
  wrongHashes: 0,
  lostRows: 0,
  lostSound: 0,
  brokenExports: 0,
  orphans: [],
};

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The stores of main on one disk, as a start opens them. */
export async function openWork(fileSystem: FileSystem, root: string, newId: () => string) {
  await sweepTemporary(fileSystem, [`${root}/recordings`, `${root}/documents`]);
  const files = await openAttachmentStore(fileSystem, `${root}/files`, newId);
  const recordings = await openRecordingStore(fileSystem, `${root}/recordings`, newId);
  const copies = await openCopies(fileSystem, `${root}/copies`, newId);
  const journal = await openJournal({
    directory: `${root}/journal`,
    fileSystem,
    seal: plainSeal,
    newGeneration: 'journal-1',
  });
  return { files, recordings, copies, journal };
}

/** One photo, one memo, one copy and one document, each told of as the app tells of it; the row comes after its file. */
export async function workOn(
  fileSystem: FileSystem,
  root: string,
  newId: () => string,
  content: (size: number) => Uint8Array,
  told: Acknowledged,
): Promise<void> {
  const { files, recordings, copies, journal } = await openWork(fileSystem, root, newId);
  for (const folder of ['out', 'documents']) await makeDirectoryDurably(fileSystem, `${root}/${folder}`);

  async function keep(bytes: Uint8Array): Promise<void> {
    const { upload } = valueOf(await files.begin('照片.jpg'));
    const half = bytes.length >> 1;
    for (const part of [bytes.subarray(0, half), bytes.subarray(half)])
      valueOf(await files.append(upload, part));
    const { sha256 } = valueOf(await files.finish(upload));
    await journal.append([Buffer.from(sha256)]);
    told.rows.push(sha256);
  }

  await keep(content(3000));
  const { recording } = valueOf(
    await recordings.begin({ tour: 'tour-1', stop: 'stop-1', mime: 'audio/webm', at: '2024-05-01T10:00:00' }),
  );
  const sound = content(2000);
  for (const part of [sound.subarray(0, 1000), sound.subarray(1000)]) {
    valueOf(await recordings.append(recording, part));
    told.sounds.set(recording, (told.sounds.get(recording) ?? 0) + part.length);
  }
  await keep(sound);
  told.sounds.delete(recording);
  valueOf(await recordings.end(recording));

  const copy = content(2500);
  const place = copies.open(`${root}/out`, true);
  valueOf(await copies.write(place, '副本.jpg', copy.subarray(0, 1200), false));
  const { name } = valueOf(await copies.write(place, '副本.jpg', copy.subarray(1200), true));
  told.exports.set(`${root}/out/${name}`, hashOf(copy));
  const document = content(1800);
  const path = `${root}/documents/${newId()}.docx`;
  await writeDurably(fileSystem, path, document);
  told.exports.set(path, hashOf(document));
}

/** Starts once on what is left, and compares it with what had been told. */
export async function examine(
  fileSystem: FileSystem,
  root: string,
  newId: () => string,
  told: Acknowledged,
): Promise<Findings> {
  const { files, recordings, journal } = await openWork(fileSystem, root, newId);
  const rows = (await journal.read(0, 10_000)).map(({ payload }) => Buffer.from(payload).toString());
  const held = await files.list();
  const contents = await Promise.all(held.map((sha256) => fileSystem.readFile(files.pathOf(sha256))));
  const unfinished = new Map((await recordings.unfinished()).map((one) => [one.recording, one.size]));
  const exported = await Promise.all(
    [...told.exports].map(async ([path, hash]) => {
      const bytes = await fileSystem.readFile(path).catch(() => null);
      return bytes !== null && hashOf(bytes) === hash;
    }),
  );
  return {
    rowsWithoutFile: rows.filter((sha256) => !held.includes(sha256)).length,
    wrongHashes: held.filter((sha256, index) => hashOf(contents[index] ?? Buffer.alloc(0)) !== sha256).length,
    lostRows: told.rows.filter((sha256) => !rows.includes(sha256)).length,
    lostSound: [...told.sounds].filter(([id, size]) => (unfinished.get(id) ?? 0) < size).length,
    brokenExports: exported.filter((isWhole) => !isWhole).length,
    orphans: await orphansUnder(fileSystem, root, [...unfinished.keys()]),
  };
}

async function orphansUnder(
  fileSystem: FileSystem,
  root: string,
  unfinished: readonly string[],
): Promise<readonly string[]> {
  const named = async (folder: string) => {
    const names = await fileSystem.readdir(`${root}/${folder}`).catch(() => []);
    return names.map((name) => `${folder}/${name}`);
  };
  const [incoming, sounds, out, documents, copies] = await Promise.all(
    ['files/incoming', 'recordings', 'out', 'documents', 'copies'].map(named),
  );
  return [
    ...(incoming ?? []),
    ...(copies ?? []),
    ...(sounds ?? []).filter((path) => !unfinished.some((id) => path.startsWith(`recordings/${id}.`))),
    ...(out ?? []).filter((path) => path.endsWith('.part')),
    ...(documents ?? []).filter((path) => path.endsWith('.tmp')),
  ];
}

function valueOf<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: object },
): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

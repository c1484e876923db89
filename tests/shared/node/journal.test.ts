import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainSeal } from '../../../shared/sealing/seal';
import { type FileSystem, nodeFileSystem } from '../../../shared/node/file-system';
import { type JournalOptions, openJournal } from '../../../shared/node/journal';

let directory: string;
beforeEach(async () => (directory = await mkdtemp(join(tmpdir(), 'journal-'))));
afterEach(() => rm(directory, { recursive: true }));

const open = (more: Partial<JournalOptions> = {}) =>
  openJournal({ directory, fileSystem: nodeFileSystem, seal: plainSeal, newGeneration: 'gen-1', ...more });
const text = (value: string) => new TextEncoder().encode(value);
const texts = async (journal: Awaited<ReturnType<typeof open>>, after = 0, limit = 1e6) =>
  (await journal.read(after, limit)).map((record) => new TextDecoder().decode(record.payload));
const lastFile = async () => {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.journal')).sort();
  return join(directory, names.at(-1) ?? '');
};

it('gives back what was appended, in order, after it was opened again', async () => {
  const first = await open();
  expect(await first.append([text('一'), text('二')])).toBe(2);
  expect(await first.append([text('三')])).toBe(3);
  await first.close();
  const second = await open({ newGeneration: 'gen-2' });
  expect(second.generation).toBe('gen-1');
  expect(second.sequence).toBe(3);
  expect(await texts(second)).toEqual(['一', '二', '三']);
  expect(await texts(second, 1, 1)).toEqual(['二']);
  await second.close();
});

it('lets appends that wait at the same time share one fsync', async () => {
  let syncs = 0;
  const counting = withHandle((handle) => {
    const datasync = handle.datasync.bind(handle);
    handle.datasync = () => ((syncs += 1), datasync());
  });
  const journal = await open({ fileSystem: counting });
  const sequences = await Promise.all(
    Array.from({ length: 50 }, (_, n) => journal.append([text(String(n))])),
  );
  expect(sequences).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  expect(syncs).toBeLessThanOrEqual(3);
  await journal.close();
});

it('rolls to new files and reads across them', async () => {
  const journal = await open({ segmentBytes: 200 });
  for (let n = 0; n < 40; n += 1) await journal.append([text(`entry ${n}`)]);
  expect((await readdir(directory)).length).toBeGreaterThan(4);
  expect(await texts(journal)).toHaveLength(40);
  expect(await texts(journal, 17, 5)).toEqual(['entry 17', 'entry 18', 'entry 19', 'entry 20', 'entry 21']);
  await journal.close();
});

it('cuts a torn append at any byte and goes on behind the last whole entry', async () => {
  const journal = await open();
  for (let n = 0; n < 5; n += 1) await journal.append([text(`entry ${n}`)]);
  await journal.close();
  const whole = await readFile(await lastFile());
  for (let cut = whole.length - 27; cut < whole.length; cut += 1) {
    await writeFile(await lastFile(), whole.subarray(0, cut));
    const again = await open();
    expect(again.sequence).toBe(4);
    expect(again.damagedBytes).toBe(0);
    expect(await again.append([text('next')])).toBe(5);
    expect((await texts(again)).at(-1)).toBe('next');
    await again.close();
  }
});

it('loses one entry, not those behind it, when any byte of it is flipped, and says so', async () => {
  const journal = await open();
  for (let n = 0; n < 5; n += 1) await journal.append([text(`entry ${n}`)]);
  await journal.close();
  const whole = await readFile(await lastFile());
  const size = (whole.length - 56) / 5;
  for (let at = 56 + 2 * size; at < 56 + 3 * size; at += 1) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    await writeFile(await lastFile(), bytes);
    const again = await open();
    expect(again.damagedBytes).toBe(size);
    expect(await texts(again)).toEqual(['entry 0', 'entry 1', 'entry 3', 'entry 4']);
    expect(again.sequence).toBe(5);
    await again.close();
  }
});

it('keeps the entries of a file whose header is damaged', async () => {
  const journal = await open();
  await journal.append([text('entry')]);
  await journal.close();
  const bytes = await readFile(await lastFile());
  bytes[3] = 0;
  await writeFile(await lastFile(), bytes);
  const again = await open({ newGeneration: 'gen-2' });
  expect(await texts(again)).toEqual(['entry']);
  await again.close();
  const third = await open({ newGeneration: 'gen-3' });
  expect(third.generation).toBe('gen-2');
  await third.close();
});

it('keeps a file in which nothing can be read for whoever wants to look, and begins a new one', async () => {
  const journal = await open();
  await journal.append([text('entry')]);
  await journal.close();
  const name = await lastFile();
  await writeFile(name, Buffer.alloc(5000));
  const again = await open({ newGeneration: 'gen-2' });
  expect(again.generation).toBe('gen-2');
  expect(await again.append([text('next')])).toBe(1);
  await again.close();
  expect((await readFile(`${name}.damaged`)).length).toBe(5000);
});

it('gives large entries a few at a time, and takes none that it could not read again', async () => {
  const journal = await open();
  const large = new Uint8Array(5 << 20);
  await journal.append([large, large, large, text('last')]);
  expect((await journal.read(0, 100)).map((record) => record.sequence)).toEqual([1, 2]);
  expect((await journal.read(2, 100)).map((record) => record.sequence)).toEqual([3, 4]);
  const tooLarge = journal.append([new Uint8Array((32 << 20) + 1)]);
  const beside = journal.append([text('beside')]);
  await expect(tooLarge).rejects.toBeInstanceOf(RangeError);
  expect(await beside).toBe(5);
  await journal.close();
});

it('takes nothing that a failed append left behind for an entry', async () => {
  const journal = await open();
  for (let n = 0; n < 3; n += 1) await journal.append([text(`entry ${n}`)]);
  await journal.close();
  const whole = await readFile(await lastFile());
  const frame = (whole.length - 56) / 3;
  await writeFile(await lastFile(), Buffer.concat([whole, whole.subarray(56 + frame, 56 + 2 * frame)]));
  const again = await open();
  expect(again.sequence).toBe(3);
  expect(await texts(again)).toEqual(['entry 0', 'entry 1', 'entry 2']);
  await again.close();
});

it('leaves nothing half written behind when the disk is full, and works again afterwards', async () => {
  let full = false;
  const filling = withHandle((handle) => {
    const write = handle.write.bind(handle) as (...args: unknown[]) => Promise<unknown>;
    handle.write = (async (bytes: Uint8Array, from: number, length: number, position: number) => {
      if (!full) return write(bytes, from, length, position);
      await write(bytes, from, 7, position);
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    }) as typeof handle.write;
  });
  const journal = await open({ fileSystem: filling });
  await journal.append([text('before')]);
  full = true;
  await expect(journal.append([text('refused')])).rejects.toMatchObject({ code: 'ENOSPC' });
  full = false;
  expect(await journal.append([text('after')])).toBe(2);
  expect(await texts(journal)).toEqual(['before', 'after']);
  await journal.close();
});

it('counts nothing of an append whose bytes were written and not made durable, neither now nor at the next start', async () => {
  let broken = false;
  const failing = withHandle((handle) => {
    const datasync = handle.datasync.bind(handle);
    handle.datasync = () =>
      broken ? Promise.reject(Object.assign(new Error('broken'), { code: 'EIO' })) : datasync();
  });
  const journal = await open({ fileSystem: failing });
  await journal.append([text('before')]);
  broken = true;
  await expect(journal.append([text('one'), text('two')])).rejects.toMatchObject({ code: 'EIO' });
  expect(await texts(journal)).toEqual(['before']);
  await journal.close();
  const again = await open();
  expect(await texts(again)).toEqual(['before']);
  expect(again.sequence).toBe(1);
  await again.close();
});

it('gives no reader an entry that is still on its way to the disk', async () => {
  let written = () => {};
  let release = () => {};
  let slow = false;
  const waiting = withHandle((handle) => {
    const datasync = handle.datasync.bind(handle);
    handle.datasync = async () => {
      if (slow) {
        written();
        await new Promise<void>((resolve) => (release = resolve));
      }
      return datasync();
    };
  });
  const journal = await open({ fileSystem: waiting });
  await journal.append([text('before')]);
  slow = true;
  const lies = new Promise<void>((resolve) => (written = resolve));
  const appended = journal.append([text('after')]);
  await lies;
  expect(await texts(journal)).toEqual(['before']);
  release();
  await appended;
  expect(await texts(journal)).toEqual(['before', 'after']);
  await journal.close();
});

type Handle = Awaited<ReturnType<FileSystem['open']>>;

function withHandle(change: (handle: Handle) => void): FileSystem {
  return {
    ...nodeFileSystem,
    open: async (...args) => {
      const handle = await nodeFileSystem.open(...args);
      change(handle);
      return handle;
    },
  };
}

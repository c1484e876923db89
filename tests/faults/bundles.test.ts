import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { decryptAge } from '../../electron/bundles/age-cipher';
import { type Unpacked, unpackBundle } from '../../electron/bundles/unpack-bundle';
import { verifyPart } from '../../electron/bundles/verify-part';
import { type DeviceKeys, openDeviceKeys } from '../../electron/keys/open-device-keys';
import { bundleHeaderSchema, prefixBytes, trailerBytes } from '../../shared/bundles/bundle-header';
import { makeDirectoryDurably } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import type { Outcome } from '../../shared/outcome';
import type { ProblemCode } from '../../shared/problems';
import { plainSeal } from '../../shared/sealing/seal';
import { makeBundle, noteChange } from '../electron/bundles/bundle-maker';
import { seedOfRun, seeded } from '../server/seeded';
import { simulatedDisk } from './simulated-disk';

const isSoak = process.env['XUNJI_SOAK'] === '1';
const mutations = isSoak ? 100_000 : 20_000;
const pulls = isSoak ? 1000 : 100;
const seed = seedOfRun();
const photo = Buffer.from('照片的字节'.repeat(40));
const sha256 = createHash('sha256').update(photo).digest('hex');
const expected: readonly ProblemCode[] = [
  'bundle.notBundle',
  'bundle.newer',
  'bundle.cut',
  'bundle.damaged',
  'bundle.partMissing',
];

let a: DeviceKeys;
let b: DeviceKeys;

beforeAll(async () => {
  const { fileSystem } = simulatedDisk();
  const keysOf = (device: string) => openDeviceKeys(fileSystem, `/${device}`, plainSeal, device);
  [a, b] = [await keysOf('laptop-a'), await keysOf('laptop-b')];
});

/** Writes the same small bundle as `name`; several parts where `partBytes` is small. */
async function write(fileSystem: FileSystem, name: string, bundle = 'bundle-1', partBytes?: number) {
  await makeDirectoryDurably(fileSystem, '/stick');
  await makeDirectoryDurably(fileSystem, '/files');
  const handle = await fileSystem.open(`/files/${sha256}`, 'w');
  await handle.writeFile(photo);
  await handle.sync();
  const changes = Array.from({ length: 12 }, (_, index) => noteChange(index));
  return makeBundle({
    fileSystem,
    keys: a,
    recipients: [b.sealingPublic],
    stem: `/stick/${name}`,
    fileFolder: '/files',
    changes,
    files: [{ sha256, size: photo.length }],
    more: {
      ...(partBytes === undefined ? {} : { partBytes }),
      manifest: {
        bundle,
        name: '周敏',
        at: '2026-11-20T20:00:00+08:00',
        office: '',
        generation: 'journal-1',
        scopes: [],
        changes: 12,
        files: 1,
      },
    },
  });
}

function unpack(
  fileSystem: FileSystem,
  names: readonly string[],
  bundle = 'bundle-1',
): Promise<Outcome<Unpacked>> {
  return unpackBundle(fileSystem, {
    parts: names.map((file) => ({ path: `/stick/${file}`, file })),
    identity: b.identity,
    bundle,
    signing: a.signingPublic,
    spool: '/spool',
  });
}

async function bytesOf(bundle: string): Promise<Buffer> {
  const { fileSystem } = simulatedDisk();
  await write(fileSystem, 'x', bundle);
  return fileSystem.readFile('/stick/x.xunji');
}

/** The file as `bytes`, and nothing else on the disk. */
async function diskWith(bytes: Uint8Array): Promise<FileSystem> {
  const { fileSystem } = simulatedDisk();
  await makeDirectoryDurably(fileSystem, '/stick');
  const handle = await fileSystem.open('/stick/x.xunji', 'w');
  await handle.writeFile(bytes);
  return fileSystem;
}

describe(`Bundles that were changed on their way (${mutations} times, seed ${seed})`, () => {
  test('every flip, cut and swap is refused in words, and nothing of it is taken in', async () => {
    const random = seeded(seed);
    const one = await bytesOf('bundle-1');
    const other = await bytesOf('bundle-2');
    const upTo = (most: number) => Math.floor(random() * most);
    const codes = new Map<string, number>();
    for (let trial = 0; trial < mutations; trial += 1) {
      const changed = mutate(one, other, upTo);
      if (changed.equals(one)) continue;
      const read = await unpack(await diskWith(changed), ['x.xunji']);
      const code = read.ok ? 'taken in' : read.problem.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect([...codes.keys()].filter((code) => !expected.includes(code as ProblemCode))).toEqual([]);
    expect([...codes.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(mutations * 0.98);
    for (const code of ['bundle.cut', 'bundle.damaged', 'bundle.notBundle'])
      expect(codes.get(code)).toBeGreaterThan(0);
  });

  test('without the signature a changed header would be believed: the test above can fail', async () => {
    const bytes = await bytesOf('bundle-1');
    const at = bytes.indexOf('laptop-a');
    bytes.write('laptop-x', at);
    const from = prefixBytes + bytes.readUInt32BE(10);
    const header = bundleHeaderSchema.parse(JSON.parse(bytes.toString('utf8', prefixBytes, from)));
    expect(header.device).toBe('laptop-x');
    const sealed = async function* () {
      yield bytes.subarray(from, bytes.length - trailerBytes);
    };
    let plain = '';
    for await (const piece of decryptAge(sealed(), b.identity)) plain += Buffer.from(piece).toString();
    expect(plain).toContain('"entry":"end"');
    const fileSystem = await diskWith(bytes);
    const handle = await fileSystem.open('/stick/x.xunji', 'r');
    expect(await verifyPart(handle, { file: 'x', size: bytes.length })).toMatchObject({
      problem: { code: 'bundle.damaged' },
    });
  });
});

/** One of the ways in which a file changes between two computers. */
function mutate(one: Buffer, other: Buffer, upTo: (most: number) => number): Buffer {
  const changed = Buffer.from(one);
  const at = upTo(one.length);
  switch (upTo(6)) {
    case 0:
      return changed.subarray(0, at);
    case 1: // The tail is there, a piece of the middle is not.
      return Buffer.concat([one.subarray(0, at), one.subarray(Math.min(one.length, at + 1 + upTo(200)))]);
    case 2: // Head, body or tail of another bundle of the same laptop for the same one.
      return Buffer.concat([one.subarray(0, at), other.subarray(at)]);
    case 3:
      return Buffer.concat([one, other.subarray(upTo(other.length))]);
    case 4: {
      const length = Math.min(1 + upTo(64), one.length - at);
      const from = upTo(one.length - length);
      one.copy(changed, at, from, from + length);
      return changed;
    }
    default:
      changed[at] = (changed[at] ?? 0) ^ (1 << upTo(8));
      return changed;
  }
}

describe(`A stick that is pulled out at any moment (${pulls} times, seed ${seed})`, () => {
  /** Pulls the stick at each step in turn. Gives how often something that a person would miss was found. */
  async function pullOut(sabotage: (real: FileSystem) => FileSystem = (real) => real) {
    const random = seeded(seed);
    const found = { oldBroken: 0, newHalf: 0, toldOfNothing: 0 };
    const whole = simulatedDisk();
    await write(whole.fileSystem, 'old', 'old');
    const before = whole.steps();
    await write(whole.fileSystem, 'new', 'new', 4000);
    for (let trial = 0; trial < pulls; trial += 1) {
      const disk = simulatedDisk(before + 1 + (trial % (whole.steps() - before + 1)));
      await write(disk.fileSystem, 'old', 'old');
      const told = await write(sabotage(disk.fileSystem), 'new', 'new', 4000).catch(() => null);
      const left = disk.after(trial % 2 === 0 ? 'power cut' : 'kill', random).fileSystem;
      const names = await left.readdir('/stick');
      const parts = names.filter((name) => /^new.*\.xunji$/.test(name));
      if (!(await unpack(left, ['old.xunji'], 'old').catch(() => null))?.ok) found.oldBroken += 1;
      // Each of the parts that are there by name is whole, whichever of them are there.
      const read = parts.length === 0 ? null : await unpack(left, parts, 'new');
      const isSound = read === null || read.ok || read.problem.code === 'bundle.partMissing';
      if (!isSound) found.newHalf += 1;
      if (told?.ok && !read?.ok) found.toldOfNothing += 1;
    }
    return found;
  }

  test('the bundle that was there is intact, no name stands for a half one, and what was told of is there', async () => {
    expect(await pullOut()).toEqual({ oldBroken: 0, newHalf: 0, toldOfNothing: 0 });
  });

  test('without the fsync of files a name stands for a half bundle: the test above can fail', async () => {
    const found = await pullOut((real) => ({
      ...real,
      async open(path, flags) {
        const handle = await real.open(path, flags);
        return 'writeFile' in handle ? { ...handle, sync: () => Promise.resolve() } : handle;
      },
    }));
    expect(found.newHalf + found.toldOfNothing).toBeGreaterThan(0);
  });

  test('a stick that answers no more is told of in words, and so is a full one', async () => {
    for (const [code, wanted] of [
      ['EIO', 'bundle.mediumGone'],
      ['ENOSPC', 'bundle.mediumFull'],
    ] as const) {
      const { fileSystem } = simulatedDisk();
      let writes = 0;
      const failing: FileSystem = {
        ...fileSystem,
        async open(path, flags) {
          const handle = await fileSystem.open(path, flags);
          if (!String(path).startsWith('/stick/')) return handle;
          const writeFile: typeof handle.writeFile = (bytes, options) => {
            writes += 1;
            if (writes > 1) throw Object.assign(new Error(code), { code });
            return handle.writeFile(bytes, options);
          };
          return { ...handle, writeFile };
        },
      };
      expect(await write(failing, 'new', 'new', 4000)).toMatchObject({ problem: { code: wanted } });
      expect(await fileSystem.readdir('/stick')).toEqual([]);
    }
  });

  test('what reads back differently is never called written', async () => {
    const { fileSystem } = simulatedDisk();
    const failing: FileSystem = {
      ...fileSystem,
      async open(path, flags) {
        const handle = await fileSystem.open(path, flags);
        if (!String(path).endsWith('.part') || flags !== 'w') return handle;
        return {
          ...handle,
          writeFile: (bytes) => {
            const rotten = Buffer.from(bytes as Uint8Array);
            rotten[rotten.length >> 1] = (rotten[rotten.length >> 1] ?? 0) ^ 1;
            return handle.writeFile(rotten);
          },
        };
      },
    };
    expect(await write(failing, 'new')).toMatchObject({ problem: { code: 'bundle.notVerified' } });
    expect(await fileSystem.readdir('/stick')).toEqual([]);
  });
});

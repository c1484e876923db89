import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Decrypter } from 'age-encryption';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type UnpackTask, pagesFile, unpackBundle } from '../../../electron/bundles/unpack-bundle';
import type { DeviceKeys } from '../../../electron/keys/open-device-keys';
import { prefixBytes, trailerBytes } from '../../../shared/bundles/bundle-header';
import { type FileSystem, nodeFileSystem } from '../../../shared/node/file-system';
import frozenKeys from '../../fixtures/bundles/keys.json' with { type: 'json' };
import { keysOf, makeBundle, makeFile, noteChange } from './bundle-maker';

const run = promisify(execFile);
let folder = '';
let a: DeviceKeys;
let b: DeviceKeys;
let c: DeviceKeys;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundles-'));
  [a, b, c] = await Promise.all([
    keysOf(folder, 'laptop-a'),
    keysOf(folder, 'laptop-b'),
    keysOf(folder, 'laptop-c'),
  ]);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stick = () => join(folder, 'stick');
const changes = Array.from({ length: 450 }, (_, index) => noteChange(index));

async function written(more: Partial<Parameters<typeof makeBundle>[0]> = {}) {
  await mkdir(stick(), { recursive: true });
  const outcome = await makeBundle({
    keys: a,
    recipients: [b.sealingPublic, c.sealingPublic],
    stem: join(stick(), '包'),
    fileFolder: join(folder, 'files'),
    changes,
    ...more,
  });
  return outcome;
}

async function unpack(
  keys: DeviceKeys,
  names?: readonly string[],
  more: Partial<UnpackTask> = {},
  fileSystem = nodeFileSystem,
) {
  const found = names ?? (await readdir(stick()));
  return unpackBundle(fileSystem, {
    parts: found.map((file) => ({ path: join(stick(), file), file })),
    identity: keys.identity,
    bundle: 'bundle-1',
    signing: a.signingPublic,
    spool: join(folder, `spool-${keys.device}`),
    ...more,
  });
}

async function byLibrary(sealed: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(b.identity);
  return decrypter.decrypt(await readFile(sealed), 'text');
}

async function changesOf(keys: DeviceKeys) {
  const text = await readFile(join(folder, `spool-${keys.device}`, pagesFile), 'utf8');
  return text
    .trim()
    .split('\n')
    .flatMap((line) => JSON.parse(line) as unknown[]);
}

it('each of several receivers reads back every change and file that went in', async () => {
  const files = await Promise.all(
    [0, 5, 70_000].map((size, seed) => makeFile(join(folder, 'files'), size, seed)),
  );
  expect(await written({ files })).toMatchObject({ ok: true, value: { bundle: { names: ['包.xunji'] } } });
  expect(await readdir(stick())).toEqual(['包.xunji']);
  for (const keys of [b, c]) {
    const unpacked = await unpack(keys);
    expect(unpacked).toMatchObject({ ok: true, value: { files, manifest: { name: '周敏' } } });
    expect(await changesOf(keys)).toEqual(changes);
    for (const { sha256 } of files)
      expect(await readFile(join(folder, `spool-${keys.device}`, 'files', sha256))).toEqual(
        await readFile(join(folder, 'files', sha256)),
      );
  }
});

it('who is not a receiver cannot open it, and neither can the one who wrote it', async () => {
  await written();
  for (const keys of [a, await keysOf(folder, 'laptop-d')])
    expect(await unpack(keys)).toMatchObject({ ok: false, problem: { code: 'bundle.wrongReceiver' } });
});

it('nothing in the clear tells a name, a title or a text', async () => {
  await written({ stem: join(stick(), 'x') });
  const bytes = await readFile(join(stick(), 'x.xunji'));
  for (const secret of ['周敏', '示例活动', '记录', 'tour-1', '2026-11-20', 'change-1'])
    expect(bytes.includes(secret)).toBe(false);
});

it('the encrypted part is a file that the age tool opens, or the library where this machine has no such tool', async () => {
  await written();
  const bytes = await readFile(join(stick(), '包.xunji'));
  const from = prefixBytes + bytes.readUInt32BE(10);
  const [sealed, identity] = [join(folder, 'body.age'), join(folder, 'identity.txt')];
  await writeFile(sealed, bytes.subarray(from, bytes.length - trailerBytes));
  await writeFile(identity, `${b.identity}\n`);
  const byTool = run('age', ['-d', '-i', identity, sealed], { maxBuffer: 1 << 24 });
  const plain = await byTool.then(({ stdout }) => stdout).catch(() => byLibrary(sealed));
  const lines = plain.trim().split('\n');
  expect(lines[0]).toMatch(/^\{"entry":"manifest"/);
  expect(lines.at(-1)).toBe('{"entry":"end"}');
  expect(lines.slice(1, -1).flatMap((line) => (JSON.parse(line) as { changes: unknown[] }).changes)).toEqual(
    changes,
  );
});

it('a large bundle is spread over parts that are put together in any order, and a missing one is named', async () => {
  const files = await Promise.all(
    [3000, 90_000, 10].map((size, seed) => makeFile(join(folder, 'files'), size, seed)),
  );
  const made = await written({ files, more: { partBytes: 40_000 } });
  const names = made.ok && made.value.kind === 'written' ? made.value.bundle.names : [];
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) expect((await stat(join(stick(), name))).size).toBeLessThanOrEqual(40_000);
  expect(await unpack(b, names.toReversed())).toMatchObject({ ok: true, value: { files } });
  expect(await changesOf(b)).toEqual(changes);
  expect(
    await unpack(
      b,
      names.filter((_, index) => index !== 1 && index !== 3),
    ),
  ).toMatchObject({
    ok: false,
    problem: { code: 'bundle.partMissing', details: { parts: names.length, missing: '2、4' } },
  });
});

it('a bundle is opened from a medium that cannot be written to', async () => {
  await written();
  const readOnly: FileSystem = {
    ...nodeFileSystem,
    open: (path, flags, ...rest) =>
      String(path).startsWith(stick()) && flags !== 'r'
        ? Promise.reject(Object.assign(new Error('EROFS'), { code: 'EROFS' }))
        : nodeFileSystem.open(path, flags, ...rest),
  };
  expect(await unpack(b, undefined, {}, readOnly)).toMatchObject({ ok: true });
  expect(await readdir(stick())).toEqual(['包.xunji']);
});

it('a photo that is damaged on this computer is told of instead of being packed', async () => {
  const [whole, broken] = [
    await makeFile(join(folder, 'files'), 3000, 1),
    await makeFile(join(folder, 'files'), 3000, 2),
  ];
  await writeFile(join(folder, 'files', broken.sha256), Buffer.alloc(3000));
  expect(await written({ files: [whole, broken] })).toEqual({
    ok: true,
    value: { kind: 'damagedFile', sha256: broken.sha256 },
  });
  expect(await written({ files: [broken], more: { partBytes: 20_000 } })).toMatchObject({
    value: { kind: 'damagedFile' },
  });
  expect(await readdir(stick())).toEqual([]);
});

it('canceling leaves no beginning of a file', async () => {
  expect(await written({ more: { isCanceled: () => true } })).toMatchObject({
    ok: false,
    problem: { code: 'bundle.canceled' },
  });
  expect(await readdir(stick())).toEqual([]);
});

it('a bundle that another one has taken the place of since it was looked at is refused', async () => {
  await written();
  expect(await unpack(b, undefined, { signing: c.signingPublic })).toMatchObject({
    ok: false,
    problem: { code: 'bundle.damaged' },
  });
});

it('bundles of format 1 that were written once are opened for ever', async () => {
  const frozen = join(import.meta.dirname, '../../fixtures/bundles');
  const names = ['frozen-1.xunji', 'frozen-2.xunji'];
  const unpacked = await unpackBundle(nodeFileSystem, {
    parts: names.map((file) => ({ path: join(frozen, file), file })),
    identity: frozenKeys.identity,
    bundle: 'bundle-1',
    signing: frozenKeys.signing,
    spool: join(folder, 'spool-frozen'),
  });
  const { sha256, size } = frozenKeys;
  expect(unpacked).toMatchObject({
    ok: true,
    value: { files: [{ sha256, size }], manifest: { changes: 3 } },
  });
  const text = await readFile(join(folder, 'spool-frozen', pagesFile), 'utf8');
  expect(JSON.parse(text)).toEqual([0, 1, 2].map((index) => noteChange(index)));
});

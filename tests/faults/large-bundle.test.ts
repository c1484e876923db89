import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { unpackBundle } from '../../electron/bundles/unpack-bundle';
import { nodeFileSystem } from '../../shared/node/file-system';
import { keysOf, makeBundle } from '../electron/bundles/bundle-maker';

const mebibyte = 1 << 20;
const fileMebibytes = 128;
const files = process.env['XUNJI_SOAK'] === '1' ? 17 : 2;
/** What the whole may take on top of what the tests take themselves; promise B1. */
const mostBytes = 200 * mebibyte;

test(`a bundle of ${files * fileMebibytes} MiB is written and read with flat memory`, async ({
  annotate,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'large-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const name of ['files', 'stick']) await mkdir(join(folder, name));
  const [a, b] = await Promise.all([keysOf(folder, 'laptop-a'), keysOf(folder, 'laptop-b')]);
  const made = [];
  for (let index = 0; index < files; index += 1) made.push(await largeFile(join(folder, 'files')));

  const before = process.memoryUsage().rss;
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  onTestFinished(() => clearInterval(watch));
  const started = performance.now();
  const written = await makeBundle({
    keys: a,
    recipients: [b.sealingPublic],
    stem: join(folder, 'stick/x'),
    fileFolder: join(folder, 'files'),
    files: made,
  });
  const between = performance.now();
  const names = written.ok && written.value.kind === 'written' ? written.value.bundle.names : [];
  const unpacked = await unpackBundle(nodeFileSystem, {
    parts: names.map((file) => ({ path: join(folder, 'stick', file), file })),
    identity: b.identity,
    bundle: 'bundle-1',
    signing: a.signingPublic,
    spool: join(folder, 'spool'),
  });
  const ended = performance.now();
  expect(unpacked).toMatchObject({ ok: true, value: { files: made } });
  expect(names).toHaveLength(files * fileMebibytes < 2040 ? 1 : 2);
  expect(peak - before).toBeLessThan(mostBytes);
  const rate = (millis: number) => Math.round((files * fileMebibytes) / (millis / 1000));
  await annotate(
    `${rate(between - started)} MiB/s written and read back, ${rate(ended - between)} MiB/s checked and unpacked, ${Math.round((peak - before) / mebibyte)} MiB`,
  );
});

/** Bytes that nothing compresses, under their hash. */
async function largeFile(folder: string) {
  const block = randomBytes(mebibyte);
  const hash = createHash('sha256');
  const path = join(folder, 'making');
  const handle = await open(path, 'w');
  for (let index = 0; index < fileMebibytes; index += 1) {
    block.writeUInt32BE(index);
    hash.update(block);
    await handle.writeFile(block);
  }
  await handle.close();
  const sha256 = hash.digest('hex');
  await rename(path, join(folder, sha256));
  return { sha256, size: fileMebibytes * mebibyte };
}

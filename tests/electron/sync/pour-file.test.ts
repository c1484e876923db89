import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pinnedFetch } from '../../../electron/sync/pinned-fetch';
import { pourFile } from '../../../electron/sync/pour-file';
import { openTransfers } from '../../../electron/sync/transfers';
import { transferSettingsSchema } from '../../../shared/protocol/transfers';

const wait = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis));
const bytes = randomBytes(700_001);
let folder = '';
let path = '';
let isPaused = false;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunji-pour-'));
  path = join(folder, 'photo');
  await writeFile(path, bytes);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function transfer() {
  const settings = () => transferSettingsSchema.parse({ paused: isPaused });
  return openTransfers(settings, Date.now, wait).begin('0'.repeat(64), 'send', bytes.length);
}

test('what is poured slowly is the file from the byte that was asked for, although its buffers are written over', async () => {
  const taken: Uint8Array[] = [];
  await pourFile(path, 5, bytes.length, transfer(), () => undefined).pour(async (piece) => {
    await wait(5);
    taken.push(Uint8Array.from(piece));
  });
  expect(Buffer.concat(taken).equals(bytes.subarray(5))).toBe(true);
});

test('a person who pauses, a line that breaks and an answer that comes early each end it, and none for a whole body', async () => {
  const pour = (put: () => Promise<void>) => {
    const body = pourFile(path, 0, bytes.length, transfer(), () => undefined);
    return { body, ended: body.pour(put) };
  };
  isPaused = true;
  await expect(pour(async () => undefined).ended).rejects.toThrow('paused');
  isPaused = false;
  await expect(pour(() => Promise.reject(new Error('reset'))).ended).rejects.toThrow('reset');
  const early = pour(() => new Promise(() => undefined));
  await wait(5);
  early.body.stop();
  await expect(early.ended).rejects.toThrow('stopped');
});

test('a server that takes nothing and hangs up leaves no body waiting', async () => {
  const server = createServer((request) => setTimeout(() => request.socket.destroy(), 50));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const body = pourFile(path, 0, bytes.length, transfer(), () => undefined);
  let ended: Promise<void> | undefined;
  const asked = pinnedFetch(() => null)(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    method: 'POST',
    // More than any socket takes by itself.
    pour: (put) => (ended = body.pour(() => put(Buffer.alloc(20 << 20)))),
  });
  await expect(asked).rejects.toThrow(/hang up|ECONNRESET|EPIPE/);
  await expect(ended).rejects.toThrow(/closed|hang up|ECONNRESET|EPIPE/);
  server.close();
});

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BatchSize, createBatchSize } from '../../../shared/sync/batch-size';
import { fetchFile } from '../../../electron/sync/fetch-file';
import { pinnedFetch } from '../../../electron/sync/pinned-fetch';
import { sendFile } from '../../../electron/sync/send-file';
import { exchange } from '../../../electron/sync/sync-client';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { removeDataDirectory } from '../data-directory';
import { makeReadyDirectory } from '../ready-directory';
import { seedOfRun, seeded } from '../seeded';
import { noteChange } from '../note-change';
import { accessOf } from '../signed';
import { openLaptopFiles } from './laptop-files';
import { type Exchange, type TestDevice, makeTestDevice } from '../test-device';
import { type TestOffice, openTestOffice } from '../test-office';
import { type BadLine, type Badness, startBadLine } from './bad-line';

/** The promise is 500 MB; what is under way when a line breaks, and where it breaks, are the promise's in both. */
const isSoak = process.env['XUNJI_SOAK'] === '1';
const payloadBytes = isSoak ? 500_000_000 : 2_000_000;

describe('A bad network (Y7)', () => {
  const seed = seedOfRun();
  const random = seeded(seed);
  let opened: TestOffice;
  let url: string;
  let line: BadLine;
  const folders: string[] = [];

  beforeAll(async () => {
    process.stdout.write(`bad network: seed ${seed}\n`);
    opened = await openTestOffice();
    url = await opened.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => line?.close());
  afterAll(async () => {
    await opened?.close();
    for (const folder of folders) await removeDataDirectory(folder);
  });

  /** 20 kbit/s and 2 s of round trip with time 400 times as fast: as many bytes are under way as on the real one. */
  const bad: Badness = {
    bytesPerSecond: 1_000_000,
    delayMillis: 2.5,
    loss: 0.3,
    lossMillis: 2.5,
    cutAfter: () => 1000 + Math.floor(random() * 499_000),
    random,
  };

  /**
   * The same with time 100 times as fast: what this machine is late, a slow line has little of. A reset throws away what the line has
   * carried and the process on the other side has not read yet, which on a machine with other work is tens of milliseconds.
   */
  const slower: Badness = { ...bad, bytesPerSecond: 250_000, delayMillis: 10, lossMillis: 10 };

  async function laptop(folder?: string) {
    const directory = folder ?? (await makeReadyDirectory());
    if (!folder) folders.push(directory);
    return openLaptopFiles(directory, () => line.url, accessOf(opened.administrator));
  }

  /** The app asks again by itself, later and later; here at once. */
  async function untilDone(
    attempt: () => Promise<{ ok: boolean; problem?: { code: string } }>,
  ): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const ended = await attempt();
      if (ended.ok) return;
      expect(ended.problem?.code).toBe('server.unreachable');
    }
    throw new Error('It never arrived.');
  }

  test('a file arrives bit by bit through resets, and comes back, with at most a tenth sent again', async () => {
    line = await startBadLine(url, slower);
    const sender = await laptop();
    const bytes = randomBytes(payloadBytes);
    const sha256 = await sender.add(bytes);
    await untilDone(() => sendFile(sender, sha256));
    const cutsUp = line.cuts();
    const extraUp = line.up() / bytes.length - 1;
    const receiver = await laptop();
    await untilDone(() => fetchFile(receiver, sha256));
    const extraDown = line.down() / bytes.length - 1;
    process.stdout.write(
      `${bytes.length} bytes up: ${cutsUp} cuts, ${(extraUp * 100).toFixed(2)} % extra; down: ${line.cuts() - cutsUp} cuts, ${(extraDown * 100).toFixed(2)} % extra\n`,
    );
    expect(cutsUp).toBeGreaterThan(2);
    expect(line.cuts() - cutsUp).toBeGreaterThan(2);
    expect(extraUp).toBeLessThan(0.1);
    expect(extraDown).toBeLessThan(0.1);
    expect((await readFile(receiver.store.pathOf(sha256))).equals(bytes)).toBe(true);
    expect((await readFile(join(opened.directory, 'blobs', sha256.slice(0, 2), sha256))).equals(bytes)).toBe(
      true,
    );
  });

  test('app and server go on where they were when both start again in the middle, on the way there and back', async () => {
    const plain = { ...slower, loss: 0, cutAfter: () => Number.POSITIVE_INFINITY };
    line = await startBadLine(url, plain);
    const sender = await laptop();
    const bytes = randomBytes(1_000_000);
    const sha256 = await sender.add(bytes);
    // Slower than the line: what is handed to the system goes over it, paused or not.
    sender.set({ limitKilobytes: 125 });
    setTimeout(() => sender.set({ paused: true }), 2400);
    expect(await sendFile(sender, sha256)).toMatchObject({
      ok: false,
      problem: { code: 'attachment.paused' },
    });
    await sender.unfinished.settle();
    const firstUp = line.up();
    expect(firstUp).toBeLessThan(bytes.length);
    await line.close();

    const { database, keys, blobs, uploadsDirectory } = opened.office;
    const restarted = await openTestOffice({ database, keys, blobs, uploadsDirectory });
    const newUrl = await restarted.app.listen({ port: 0, host: '127.0.0.1' });
    line = await startBadLine(newUrl, plain);
    const again = await laptop(folders.at(-1));
    // The address of the upload names a server that listened on another port: the same laptop would find it where it was.
    const known = again.unfinished.find(sha256) ?? '';
    again.unfinished.keep(sha256, new URL(new URL(known).pathname, line.url).href);
    expect(await sendFile(again, sha256)).toMatchObject({ ok: true });
    expect(firstUp + line.up()).toBeLessThan(bytes.length * 1.1);

    const receiver = await laptop();
    const broken = line;
    setTimeout(() => void broken.close(), 2000);
    expect(await fetchFile({ ...receiver, wait: async () => undefined }, sha256)).toMatchObject({
      ok: false,
    });
    const firstDown = broken.down();
    expect(firstDown).toBeGreaterThan(100_000);
    line = await startBadLine(newUrl, plain);
    const later = await laptop(folders.at(-1));
    expect(await fetchFile(later, sha256)).toMatchObject({ ok: true });
    expect(firstDown + line.down()).toBeLessThan(bytes.length * 1.1);
    expect((await readFile(later.store.pathOf(sha256))).equals(bytes)).toBe(true);
    await restarted.close();
  });

  /** What the app does with an exchange, without its window: as much as `batch` says, again and again. */
  async function exchangeUntilDone(device: TestDevice, batch: BatchSize, most: number): Promise<number> {
    const settings = settingsSchema.parse({ serverUrl: line.url });
    const office = accessOf(opened.administrator);
    const connection = { settings: () => settings, office, fetch: pinnedFetch(() => null) };
    let tries = 0;
    for (let isDone = false; !isDone && tries < most; tries += 1) {
      const ask: Exchange = async (request) => {
        const answer = await exchange(connection, { ...request, page: batch.page() });
        if (answer.ok) return answer.value;
        expect(answer.problem.code).toBe('server.unreachable');
        throw new Error(answer.problem.code);
      };
      const reply = await device.sync(ask, { batch: batch.most() }).catch(() => null);
      batch.note(reply !== null, 0);
      isDone = reply?.more === false && device.unsent() === 0;
    }
    return tries;
  }

  /** Three of ten connections break at once. */
  const worse: Badness = { ...bad, cutAfter: () => (random() < 0.3 ? 300 : bad.cutAfter()) };
  const changesOfADay = () =>
    Array.from({ length: isSoak ? 20_000 : 1000 }, () =>
      noteChange({ device: 'sender', text: '长'.repeat(200) }),
    );

  test('a day of changes goes there and back through resets, each once, in batches that the line carries', async () => {
    line = await startBadLine(url, worse);
    const [sender, receiver] = [makeTestDevice('sender'), makeTestDevice('receiver')];
    const changes = changesOfADay();
    const bytes = Buffer.byteLength(JSON.stringify(changes));
    for (const change of changes) sender.edit(change);
    const triesUp = await exchangeUntilDone(sender, createBatchSize(), 5000);
    const [up, cuts] = [line.up(), line.cuts()];
    const triesDown = await exchangeUntilDone(receiver, createBatchSize(), 5000);
    process.stdout.write(
      `${changes.length} changes (${bytes} bytes) in ${triesUp} exchanges up, ${triesDown} down; ${line.cuts()} cuts; ${(up / bytes).toFixed(2)} and ${(line.down() / bytes).toFixed(2)} times their bytes\n`,
    );
    expect(cuts).toBeGreaterThan(0);
    expect(line.cuts()).toBeGreaterThan(cuts);
    expect(sender.settled.size).toBe(changes.length);
    for (const { id } of changes) expect(receiver.came.get(id)).toBe(1);
    expect([...receiver.states.keys()].sort()).toEqual([...sender.states.keys()].sort());
  });

  test('a laptop that sends and asks for all at once gets nothing through: the test above can fail', async () => {
    line = await startBadLine(url, worse);
    const stubborn = makeTestDevice('stubborn');
    for (const change of changesOfADay()) stubborn.edit(change);
    const all = { ...createBatchSize(), most: () => 2000, page: () => 4 << 20 };
    expect(await exchangeUntilDone(stubborn, all, 15)).toBe(15);
    expect(stubborn.settled.size).toBe(0);
    expect(stubborn.came.size).toBe(0);
  });

  test('a laptop that forgets where it stood sends more than a tenth again', async () => {
    line = await startBadLine(url, { ...bad, cutAfter: () => 150_000 + Math.floor(random() * 100_000) });
    const forgetful = await laptop();
    const unfinished = { ...forgetful.unfinished, find: () => undefined };
    const bytes = randomBytes(300_000);
    const sha256 = await forgetful.add(bytes);
    await sendFile({ ...forgetful, unfinished }, sha256);
    expect(line.up()).toBeGreaterThan(bytes.length * 1.5);
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { pictureTurn } from '../../../electron/documents/picture-turn';
import { readPhotoFacts } from '../../../renderer/data/photos/read-photo-facts';
import { pictureSize } from '../../../shared/photos/picture-size';
import { plainJpeg, tiffOf, withExif } from '../../journeys/exif-jpeg';
import { seedOfRun, seeded } from '../../server/seeded';

/** Promise P1 at its figure for every submission; `XUNJI_MUTATIONS=50000` for the night. */
const count = Number(process.env['XUNJI_MUTATIONS'] ?? 2000);
const seed = seedOfRun();
const camera = { taken: '2026:11:20 09:05:00', latitude: 30.5, longitude: 114.25, orientation: 6 } as const;
const phone = await readFile(join(import.meta.dirname, '../../fixtures/photos/phone.heic'));

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(...chunks: readonly Buffer[]): Buffer {
  const head = chunk('IHDR', Buffer.from([0, 0, 0, 64, 0, 0, 0, 48, 8, 2, 0, 0, 0]));
  const end = chunk('IEND', Buffer.alloc(0));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), head, ...chunks, end]);
}

const text = (word: string) => chunk('tEXt', Buffer.from(`${word}\0polluted`, 'latin1'));
const originals: readonly Buffer[] = [
  withExif(plainJpeg(1), camera),
  phone,
  png(chunk('eXIf', tiffOf(camera))),
  png(text('__proto__'), text('constructor'), text('toString')),
];

/** What the window and the documents read of a picture before anything is decoded. */
function readHead(bytes: Uint8Array) {
  const facts = readPhotoFacts(new Uint8Array(bytes).buffer);
  return { facts, size: pictureSize(bytes), turn: pictureTurn(bytes) };
}

it('the sound originals are read, so that damage is damage to something', () => {
  const read = originals.slice(0, 3).map((bytes) => readHead(bytes).facts);
  for (const { takenAt, position } of read) {
    expect(takenAt).toMatch(/^2026-11-20T09:05:00/);
    expect(position).toEqual({ latitude: 30.5, longitude: 114.25 });
  }
});

it(`${count} damaged heads of pictures give sound facts or none, and harm nothing (seed ${seed})`, () => {
  process.stdout.write(`XUNJI_SEED=${seed}\n`);
  const random = seeded(seed);
  const prototype = Object.getOwnPropertyNames(Object.prototype);
  let slowest = 0;
  let lost = 0;
  for (let index = 0; index < count; index += 1) {
    const bytes = damaged(originals[index % originals.length] ?? phone, random);
    const start = performance.now();
    const { facts, size, turn } = readHead(bytes);
    slowest = Math.max(slowest, performance.now() - start);
    lost += Number(facts.takenAt === '');
    expect(new Date(facts.takenAt || 0).getTime()).not.toBeNaN();
    const { latitude, longitude } = facts.position ?? { latitude: 0, longitude: 0 };
    expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
    expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
    expect(Math.min(size?.width ?? 1, size?.height ?? 1)).toBeGreaterThan(0);
    expect([0, 90, 180, 270]).toContain(turn.degrees);
  }
  process.stdout.write(`${lost} of ${count} without a time; slowest ${slowest.toFixed(1)} ms\n`);
  expect(lost).toBeLessThan(count);
  expect(slowest).toBeLessThan(5000);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

/** One to five of: a byte or a large number put in, a piece cut out or doubled, the end cut off; mostly where the head lies. */
function damaged(whole: Buffer, random: () => number): Buffer {
  const pick = (limit: number) => Math.floor(random() * limit);
  let bytes = Buffer.from(whole);
  for (let times = 1 + pick(5); times > 0 && bytes.length > 0; times -= 1) {
    const at = pick(random() < 0.9 ? Math.min(bytes.length, 480) : bytes.length);
    const end = Math.min(bytes.length, at + 1 + pick(40));
    const kind = pick(8);
    if (kind === 0) bytes = bytes.subarray(0, at);
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    else if (kind === 3) bytes.fill(0xff, at, Math.min(at + 4, bytes.length));
    else if (kind === 4) bytes.fill(0, at, Math.min(at + 4, bytes.length));
    else bytes[at] = pick(256);
  }
  return bytes;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeTable } from '../../../electron/tables/write-table';
import { describeProblem } from '../../../shared/problems';
import { seedOfRun, seeded } from '../../server/seeded';
import { batchReader } from './batch-reader';
import { builtReader } from './built-reader';
import { rawSheet, rawWorkbook, soundParts } from './raw-workbook';

/** Promise P1 at its figure for every submission; `XUNJI_MUTATIONS=50000` for the night. */
const count = Number(process.env['XUNJI_MUTATIONS'] ?? 2000);
const seed = seedOfRun();

let batch: ReturnType<typeof batchReader>;
beforeAll(async () => {
  batch = batchReader(await builtReader());
}, 120_000);
afterAll(() => batch.close());

interface Original {
  readonly ending: string;
  readonly bytes: Uint8Array;
  /** Bytes of one of its parts, changed before it is packed: a zip's sums would give any other change away. */
  readonly parts?: Readonly<Record<string, string>>;
}

async function originals(): Promise<readonly Original[]> {
  const rows = Array.from({ length: 12 }, (_, row) => [
    `企业${row}`,
    row,
    row % 2 === 0,
    '第一行\n第二行',
    '=1+1',
    null,
  ]);
  const csv = await writeTable([{ name: '名单', rows }], 'csv');
  if (!csv.ok) throw new Error('the sample was not written');
  return [
    {
      ending: 'xlsx',
      bytes: await readFile(join(import.meta.dirname, '../../../build/samples/itinerary.xlsx')),
    },
    { ending: 'xlsx', bytes: await writeXlsx({ sheets: [{ name: '点位', rows }] }) },
    { ending: 'xlsx', bytes: rawWorkbook(), parts: soundParts },
    {
      ending: 'xlsx',
      bytes: rawSheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'),
      parts: soundParts,
    },
    { ending: 'csv', bytes: csv.value },
    { ending: 'csv', bytes: Buffer.from('组别;序号;"企业\n名称"\r\n第一组;1;"云澜""鑫淼"\r\n'.repeat(9)) },
    { ending: 'csv', bytes: Buffer.from('d7e9b1f02cd0f2bac50a'.repeat(20), 'hex') },
    { ending: 'csv', bytes: Buffer.from('\uFEFF组别\t序号\r\n第一组\t1\r\n', 'utf16le') },
  ];
}

it(`${count} damaged files are read as they are or refused by name, and harm nothing (seed ${seed})`, async () => {
  process.stdout.write(`XUNJI_SEED=${seed}\n`);
  const random = seeded(seed);
  const files = await originals();
  const prototype = Object.getOwnPropertyNames(Object.prototype);
  let refused = 0;
  const sound: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const original = files[index % files.length];
    if (original === undefined) throw new Error('no file to damage');
    const file = `名单${index}.${original.ending}`;
    const outcome = await batch.read({ file, bytes: mutate(original, random) });
    if (outcome.ok) {
      sound.push(...outcome.value.sheets.map(({ name }) => name));
      continue;
    }
    refused += 1;
    const { problem } = outcome;
    expect(`${file} ${problem.code}`).toMatch(/ table\.(?!tooSlow|tooHeavy)/);
    for (const language of ['zh', 'en'] as const) expect(describeProblem(problem, language)).toContain(file);
  }
  const slowest = Math.round(batch.slowestMillis());
  process.stdout.write(
    `${refused} of ${count} refused; slowest ${slowest} ms, peak ${Math.round(batch.peakMegabytes())} MiB\n`,
  );
  expect(refused).toBeGreaterThan(count / 4);
  expect(refused).toBeLessThan(count);
  expect(sound.length).toBeGreaterThan(0);
  expect(batch.ends()).toBe(0);
  expect(batch.peakMegabytes()).toBeLessThan(512);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
}, 180_000);

function mutate({ bytes, parts }: Original, random: () => number): Uint8Array {
  const pick = (limit: number) => Math.floor(random() * limit);
  if (parts === undefined || random() < 0.2) return damaged(Buffer.from(bytes), pick);
  const names = Object.keys(parts);
  const name = names[pick(names.length)] ?? '';
  return rawWorkbook({ [name]: damaged(Buffer.from(parts[name] ?? ''), pick) });
}

/** Pieces that mean something to readers of tables. */
const phrases = [
  '<',
  '>',
  '"',
  '</row>',
  '<row r="9">',
  '<c r="ZZ99">',
  '&#0;',
  '&lt;',
  '\0',
  '\uFEFF',
  '"",',
  '\r',
  '<!--',
  '1e999',
];

/** One to five of: a byte changed, a piece cut out, doubled or put in, the end cut off. */
function damaged(whole: Buffer, pick: (limit: number) => number): Buffer {
  let bytes = whole;
  for (let times = 1 + pick(5); times > 0; times -= 1) {
    const at = pick(bytes.length);
    const end = Math.min(bytes.length, at + 1 + pick(40));
    switch (pick(6)) {
      case 0:
        bytes = bytes.subarray(0, at);
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
        break;
      case 3:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          Buffer.from(phrases[pick(phrases.length)] ?? ''),
          bytes.subarray(at),
        ]);
        break;
      default:
        bytes = Buffer.from(bytes);
        if (bytes.length > 0) bytes[at] = pick(256);
    }
  }
  return bytes;
}

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type CompiledTour, compileTour } from '../../../electron/documents/compile-tour';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import { partsOf, visibleText } from './read-back';
import { recordedSample, sampleVisits } from './recorded-sample';

const photos = join(import.meta.dirname, '../../../build/samples/photos');
const byHash = new Map(
  readdirSync(photos).map((name) => {
    const bytes = readFileSync(join(photos, name));
    return [createHash('sha256').update(bytes).digest('hex'), bytes];
  }),
);

let tour: TourFile;
let compiled: CompiledTour;
const file = (kind: string) => compiled.files.find((one) => one.kind === kind)?.bytes ?? new Uint8Array();

/** Paragraphs break where they like: a text counts as found when its characters follow each other. */
const squeezed = (text: string) => text.replaceAll(/\s/g, '');

beforeAll(async () => {
  tour = await recordedSample();
  compiled = await compileTour(tour, {
    kinds: ['minutes.docx', 'issues.xlsx'],
    printPdf: null,
    now: '2026-11-20T12:00:00Z',
    readAttachment: async (sha256) => byHash.get(sha256) ?? null,
  });
}, 60_000);

it('puts all 58 stops, 26 remarks, 24 notes and 15 issues of the sample into the minutes', () => {
  expect([tour.stops, tour.remarks, tour.notes, tour.issues].map((list) => list.length)).toEqual([
    58, 26, 24, 15,
  ]);
  const words = squeezed(visibleText(partsOf(file('minutes.docx'))['word/document.xml'] ?? ''));
  const missing = [
    ...tour.stops.map((stop) => tour.sites.find(({ id }) => id === stop.site)?.name ?? stop.id),
    ...tour.remarks.map(({ text }) => text),
    ...tour.notes.map(({ text }) => text),
    ...tour.issues.map(({ text }) => text),
  ].filter((text) => !words.includes(squeezed(text).replace(/。$/, '')));
  expect(missing).toEqual([]);
});

it('puts every photo of an issue into the DOCX as it is', () => {
  const wanted = sampleVisits.flatMap((visit) => visit.issues.flatMap((issue) => issue.photos));
  const media = Object.keys(partsOf(file('minutes.docx'))).filter((path) => path.startsWith('word/media/'));
  expect(media).toHaveLength(new Set(wanted).size);
});

it('gives every issue one row of the ledger', () => {
  const words = Object.values(partsOf(file('issues.xlsx')))
    .map(visibleText)
    .join('\n');
  for (const { text } of tour.issues) expect(squeezed(words)).toContain(squeezed(text));
});

it('knows for every recorded sentence the record that it rests on', () => {
  const { sentences } = JSON.parse(Buffer.from(compiled.evidence.bytes).toString('utf8')) as {
    readonly sentences: readonly { readonly evidence: readonly { readonly id: string }[] }[];
  };
  const named = new Set(sentences.flatMap((sentence) => sentence.evidence.map(({ id }) => id)));
  const records = [...tour.stops, ...tour.remarks, ...tour.notes, ...tour.issues];
  expect(records.filter(({ id }) => !named.has(id))).toEqual([]);
});

import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compileTour } from '../../../electron/documents/compile-tour';
import { printPdfWith } from '../../../electron/documents/print-pdf-chromium';
import { findBrowser } from '../../../shared/node/find-browser';
import { listSentences } from '../../../shared/documents/list-sentences';
import { composeMinutes } from '../../../shared/documents/compose-minutes';
import { signatureSchema } from '../../../shared/records/signature';
import { signedContent } from '../../../shared/signatures/signed-content';
import { printKey } from '../../../shared/photos/print-copy';
import { plainJpeg } from '../../journeys/exif-jpeg';
import { small, stop } from '../../shared/documents/small-tour';
import { generatedPhotos, generatedTour } from '../../shared/documents/generated-tour';

const tour = generatedTour();
const photos = generatedPhotos();
const now = '2026-11-19T01:05:00Z';
const readAttachment = (sha256: string) => Promise.resolve(photos.get(sha256) ?? null);
const kinds = ['minutes.docx', 'minutes.pdf', 'issues.xlsx'] as const;

describe('a tour compiled', () => {
  it('becomes three files named for its title, and the evidence of every sentence', async () => {
    const printPdf = () => Promise.resolve(new Uint8Array([37, 80, 68, 70]));
    const compiled = await compileTour(tour, { kinds, printPdf, now, readAttachment });
    expect(compiled.files.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'minutes.docx 云澜市2026年第四季度重点项目督导-纪要.docx',
      'minutes.pdf 云澜市2026年第四季度重点项目督导-纪要.pdf',
      'issues.xlsx 云澜市2026年第四季度重点项目督导-问题清单.xlsx',
    ]);
    expect(compiled.problems).toEqual([]);
    const evidence = JSON.parse(Buffer.from(compiled.evidence.bytes).toString('utf8')) as {
      readonly madeFrom: { readonly at: string };
      readonly sentences: readonly { readonly text: string }[];
    };
    expect(evidence.madeFrom.at).toBe('2026年11月19日9:05');
    const sentences = listSentences(composeMinutes(tour, { at: evidence.madeFrom.at }));
    expect(evidence.sentences.map(({ text }) => text)).toEqual(sentences.map(({ text }) => text));
  });

  it('is still DOCX and XLSX where there is nothing to print with', async () => {
    const compiled = await compileTour(tour, { kinds, printPdf: null, now, readAttachment });
    expect(compiled.files.map(({ kind }) => kind)).toEqual(['minutes.docx', 'issues.xlsx']);
    expect(compiled.problems).toEqual([{ code: 'browser.missing', details: {} }]);
  });

  it('says why the PDF was not made', async () => {
    const printPdf = () => Promise.reject(new Error('打印机没纸'));
    const compiled = await compileTour(tour, { kinds, printPdf, now, readAttachment });
    expect(compiled.problems).toEqual([{ code: 'document.printFailed', details: { fault: '打印机没纸' } }]);
  });

  it('names the photos whose originals are not here', async () => {
    const compiled = await compileTour(tour, {
      kinds: ['issues.xlsx'],
      printPdf: null,
      now,
      readAttachment: () => Promise.resolve(null),
    });
    expect(compiled.problems).toHaveLength(20);
    expect(compiled.problems[0]).toEqual({ code: 'attachment.missing', details: { name: 'IMG_1000.jpg' } });
  });

  it('shows the copy with what was drawn on a photo, a HEIC as a JPEG, and says where there is no copy', async () => {
    const [heicHash, drawnHash] = ['c'.repeat(64), 'd'.repeat(64)];
    const marks = [{ kind: 'box', x1: 1, y1: 2, x2: 3, y2: 4 }] as const;
    const copy = { heic: plainJpeg(1), drawn: plainJpeg(2) };
    const original = { heic: Buffer.from('\0\0\0 ftypheic and so on and on'), drawn: plainJpeg(3) };
    const base = { tour: 'tour-1', stop: 'a', size: 9 };
    const file = small({
      stops: [stop('a')],
      attachments: [
        { ...base, id: 'heic', sha256: heicHash, mime: 'image/heic', name: 'IMG_1.heic' },
        { ...base, id: 'drawn', sha256: drawnHash, mime: 'image/jpeg', name: 'IMG_2.jpg', marks },
      ],
    });
    const prints = new Map([
      [heicHash, copy.heic],
      [printKey({ sha256: drawnHash, marks }), copy.drawn],
    ]);
    const options = {
      kinds: ['minutes.docx', 'minutes.pdf'] as const,
      printPdf: (html: string) => Promise.resolve(Buffer.from(html)),
      now,
      readAttachment: (sha256: string) =>
        Promise.resolve(sha256 === heicHash ? original.heic : original.drawn),
    };
    const shown = async (readPrint: (key: string) => Promise<Buffer | null>) => {
      const { files, problems } = await compileTour(file, { ...options, readPrint });
      const [docx, html] = files.map(({ bytes }) => Buffer.from(bytes));
      const media = Object.entries(unzipSync(docx ?? Buffer.alloc(0))).filter(([path]) =>
        path.startsWith('word/media/'),
      );
      const images = [...(html?.toString() ?? '').matchAll(/data:(image\/\w+);base64,([^"]+)/g)];
      return {
        docx: media.map(
          ([path, bytes]) => `${path.split('.').at(-1)} ${Buffer.from(bytes).toString('base64')}`,
        ),
        html: images.map(([, type, data]) => `${type} ${data}`),
        problems: problems.map(({ code }) => code),
      };
    };
    const base64 = (bytes: Buffer) => bytes.toString('base64');
    expect(await shown((key) => Promise.resolve(prints.get(key) ?? null))).toEqual({
      docx: [`jpg ${base64(copy.heic)}`, `jpg ${base64(copy.drawn)}`],
      html: [`image/jpeg ${base64(copy.heic)}`, `image/jpeg ${base64(copy.drawn)}`],
      problems: [],
    });
    expect(await shown(() => Promise.resolve(null))).toEqual({
      docx: [`jpg ${base64(original.drawn)}`],
      html: [`image/jpeg ${base64(original.drawn)}`],
      problems: ['photo.unreadable', 'photo.notDrawn'],
    });
  });

  it('says of a signature that was altered afterwards that it confirms nothing', async () => {
    const signed = signatureSchema.parse({
      id: 'signature-1',
      tour: 'tour-1',
      stop: 'a',
      signer: '易知予',
      statement: '1.临边无护栏（一般）。',
    });
    const digest = createHash('sha256').update(signedContent(signed)).digest('hex');
    const said = async (more: object) => {
      const file = small({ stops: [stop('a')], signatures: [{ ...signed, digest, ...more }] });
      const { evidence } = await compileTour(file, { kinds: [], printPdf: null, now, readAttachment });
      return Buffer.from(evidence.bytes).toString('utf8').includes('与签名时的校验码不符');
    };
    expect(await said({})).toBe(false);
    expect(await said({ statement: '1.临边无护栏（重大）。' })).toBe(true);
    expect(await said({ digest: '' })).toBe(false);
  });

  it('is printed by an installed browser, on A4, with every stop', async () => {
    const browser = findBrowser(process.env, process.platform);
    if (browser === null) throw new Error('This test needs an installed Chromium, Chrome or Edge');
    const compiled = await compileTour(tour, {
      kinds: ['minutes.pdf'],
      printPdf: printPdfWith(browser, process.getuid?.() === 0),
      now,
      readAttachment,
    });
    expect(compiled.problems).toEqual([]);
    const pdf = compiled.files[0]?.bytes ?? new Uint8Array();
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    const pages =
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(30);
  });
});

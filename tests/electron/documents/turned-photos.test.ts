import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { pictureSize } from '../../../shared/photos/picture-size';
import { pictureTurn } from '../../../electron/documents/picture-turn';
import { printPdfWith } from '../../../electron/documents/print-pdf-chromium';
import { renderHtml } from '../../../electron/documents/render-html';
import { writeDocx } from '../../../electron/documents/write-docx';
import { findBrowser } from '../../../shared/node/find-browser';
import { withExif } from '../../journeys/exif-jpeg';
import { compose, small, stop } from '../../shared/documents/small-tour';
import { partsOf } from './read-back';

/** Lies on its side: 64 wide and 48 high, the left half red. */
const lying = Buffer.from(
  encode(
    {
      width: 64,
      height: 48,
      data: Buffer.from(
        Array.from({ length: 64 * 48 }, (_, at) =>
          at % 64 < 32 ? [220, 20, 20, 255] : [20, 20, 220, 255],
        ).flat(),
      ),
    },
    90,
  ).data,
);
const held = (orientation: number) => withExif(lying, { orientation });

function minutesWith(photo: Uint8Array) {
  const sha256 = createHash('sha256').update(photo).digest('hex');
  const attachment = { id: 'photo-1', tour: 'tour-1', stop: 'a', about: 'a', sha256, name: 'IMG_1.jpg' };
  const file = small({
    stops: [stop('a')],
    attachments: [{ ...attachment, size: photo.length, mime: 'image/jpeg', caption: '立柱' }],
  });
  return { minutes: compose(file), photos: new Map([[sha256, photo]]) };
}

/** The matrix before every drawing of a picture in a PDF: how its sides lie, in sixteen pixels (50 units of the page). */
function drawnWith(pdf: Uint8Array): readonly (readonly number[])[] {
  const streams = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g);
  return [...streams].flatMap(([, packed = '']) => {
    const drawing = inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    const lines = drawing.split('\n');
    return lines.flatMap((line, at) => {
      if (!/^\/\w+ Do$/.test(line)) return [];
      const matrix = lines.slice(0, at).findLast((one) => one.endsWith(' cm')) ?? '';
      return [
        matrix
          .split(' ')
          .slice(0, 4)
          .map((side) => Math.round(Number(side) / 50) + 0),
      ];
    });
  });
}

describe('a photo taken upright', () => {
  it.each([
    [1, null, 0],
    [2, 'horizontally', 0],
    [3, null, 180],
    [4, 'vertically', 0],
    [5, 'horizontally', 270],
    [6, null, 90],
    [7, 'horizontally', 90],
    [8, null, 270],
    [9, null, 0],
    [0, null, 0],
  ])('orientation %i is read as mirrored %s and turned %i degrees', (orientation, mirrored, degrees) => {
    expect(pictureTurn(held(orientation))).toEqual({ mirrored, degrees });
    expect(pictureSize(held(orientation))).toEqual({ width: 64, height: 48 });
  });

  it('is read from a file of the other byte order', () => {
    const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0, 0, 0];
    const body = Buffer.from([...Buffer.from('Exif\0\0', 'latin1'), ...tiff]);
    const head = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
    const photo = Buffer.concat([lying.subarray(0, 2), head, body, lying.subarray(2)]);
    expect(pictureTurn(photo)).toEqual({ mirrored: null, degrees: 270 });
  });

  it('stands in the DOCX: turned, as high as the box, and with room for it', async () => {
    const said = async (orientation: number) => {
      const { minutes, photos } = minutesWith(held(orientation));
      const body = partsOf(await writeDocx(minutes, photos))['word/document.xml'] ?? '';
      return /<wp:inline.*?<\/wp:inline>/s.exec(body)?.[0] ?? '';
    };
    const [plain, turned, mirrored] = [await said(1), await said(6), await said(7)];
    const extent = (xml: string) => (/<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml) ?? []).slice(1).map(Number);
    const millimetres = (xml: string) => extent(xml).map((emus) => Math.round(emus / 36_000));
    expect(millimetres(plain)).toEqual([72, 54]);
    expect(plain).not.toMatch(/ rot=| flip/);
    // 54 mm long before the turn, so 54 mm high and 40.5 mm wide after it.
    expect(millimetres(turned)).toEqual([54, 40]);
    expect(turned).toMatch(/<a:xfrm[^>]* rot="5400000"/);
    const [width = 0, height = 0] = extent(turned);
    const over = Math.round((width - height) / 2);
    expect(turned).toContain(`<wp:effectExtent l="0" t="${over}" r="0" b="${over}"/>`);
    expect(mirrored).toMatch(/<a:xfrm[^>]* flipH="(?:1|true)"/);
    expect(mirrored).toMatch(/<a:xfrm[^>]* rot="5400000"/);
  });

  // Unturned it would be drawn with 4, 0, 0, -3: a PDF counts upwards.
  it('stands in the PDF: the browser that prints turns it by itself', async () => {
    const browser = findBrowser(process.env, process.platform);
    if (browser === null) throw new Error('This test needs an installed Chromium, Chrome or Edge');
    const { minutes, photos } = minutesWith(held(6));
    const html = renderHtml(minutes, photos);
    const pdf = await printPdfWith(browser, process.getuid?.() === 0)(html);
    expect(drawnWith(pdf)).toEqual([[0, 4, 3, 0]]);
  });

  it('cannot stop the document when its head is hostile', () => {
    const whole = held(6);
    const headLength = 60;
    const damage = fc.array(fc.tuple(fc.nat(headLength - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(damage, fc.integer({ min: 0, max: whole.length }), (changes, length) => {
        const bytes = new Uint8Array(whole.subarray(0, Math.max(length, 0)));
        for (const [at, value] of changes) if (at > 1 && at < bytes.length) bytes[at] = value;
        expect([0, 90, 180, 270]).toContain(pictureTurn(bytes).degrees);
        const size = pictureSize(bytes);
        expect(size === null || size.width > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

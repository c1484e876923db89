import { describe, expect, it } from 'vitest';
import { createPhotoReader } from '../../../../renderer/data/photos/photo-reader';
import phoneUrl from '../../../fixtures/photos/phone.heic?url';
import plainUrl from '../../../fixtures/photos/plain.heic?url';
import { seeded } from '../../../server/seeded';

const read = createPhotoReader();
const fileAt = async (url: string) => new Blob([await (await fetch(url)).arrayBuffer()]);

/** Four quarters: what a phone that was held upright saw is blue and red above, white and green below. */
async function quarters(picture: Blob | null) {
  if (!picture) return null;
  const bitmap = await createImageBitmap(picture);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const at = (x: number, y: number) => {
    const [red = 0, green = 0, blue = 0] = context?.getImageData(width * x, height * y, 1, 1).data ?? [];
    if (Math.min(red, green, blue) > 200) return 'white';
    return red > 150 ? 'red' : green > 120 ? 'green' : blue > 150 ? 'blue' : `${red},${green},${blue}`;
  };
  return { width, height, colours: [at(0.25, 0.2), at(0.75, 0.2), at(0.25, 0.7), at(0.75, 0.7)] };
}

const upright = { width: 240, height: 320, colours: ['blue', 'red', 'white', 'green'] };

describe('a HEIC of a phone', () => {
  it('is read: its hash, when and where it was taken, and a small picture that stands upright', async () => {
    const file = await fileAt(phoneUrl);
    const answer = await read<'read'>({ kind: 'read', file });
    expect(answer).toMatchObject({
      sha256: 'e85c724ad74aebb3f47563852020c4b48cc4ada6fbc60a5392c92394fd12a2ea',
      takenAt: '2026-11-20T09:05:00+08:00',
      position: { latitude: 30.5, longitude: 114.25 },
    });
    expect(await quarters(answer?.thumb ?? null)).toEqual(upright);
  });

  it('becomes a JPEG to be shown, and one to be printed with what was drawn on it', async () => {
    const file = await fileAt(phoneUrl);
    expect(await quarters(await read<'show'>({ kind: 'show', file }))).toEqual(upright);
    const box = { kind: 'box', x1: 100, y1: 100, x2: 400, y2: 300 } as const;
    const print = await read<'print'>({ kind: 'print', file, marks: [box] });
    expect(await quarters(print)).toEqual(upright);
    const plain = await read<'print'>({ kind: 'print', file, marks: [] });
    expect(print?.type).toBe('image/jpeg');
    expect(print?.size).not.toBe(plain?.size);
  });

  it('has a stamped copy with a band below it', async () => {
    const file = await fileAt(phoneUrl);
    const stamped = await read<'stamp'>({ kind: 'stamp', file, lines: ['石英材料项目'], marks: [] });
    const picture = await createImageBitmap(stamped ?? new Blob());
    expect(picture.width).toBe(240);
    expect(picture.height).toBeGreaterThan(330);
  });

  it('without a word of a camera is a picture all the same', async () => {
    const answer = await read<'read'>({ kind: 'read', file: await fileAt(plainUrl) });
    expect(answer).toMatchObject({ takenAt: '', position: null });
    expect(await quarters(answer?.thumb ?? null)).toMatchObject({ width: 240, height: 180 });
  });
});

describe('a damaged picture', () => {
  it('is no picture, and the next one is read', async () => {
    const bytes = await (await fileAt(phoneUrl)).arrayBuffer();
    const cut = new Blob([bytes.slice(0, 700)], { type: 'image/heic' });
    expect((await read<'read'>({ kind: 'read', file: cut }))?.thumb).toBeNull();
    expect(await read<'print'>({ kind: 'print', file: cut, marks: [] })).toBeNull();
    expect(await quarters(await read<'thumb'>({ kind: 'thumb', file: new Blob([bytes]) }))).toEqual(upright);
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  it.each([
    ['an empty file', '', 'image/jpeg'],
    ['a text', '云澜', 'image/jpeg'],
    ['a zip', 'PK\u0003\u0004\u0014', 'image/jpeg'],
    ['a page', '<html><script>alert(1)</script></html>', 'image/jpeg'],
    ['a drawing that runs a program', svg, 'image/jpeg'],
    ['a drawing that says what it is', svg, 'image/svg+xml'],
  ])('%s that is named as one is hashed and not shown', async (_, content, type) => {
    const file = new File([content], '照片.jpg', { type });
    expect(await read<'read'>({ kind: 'read', file })).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      thumb: null,
      takenAt: '',
      position: null,
    });
    for (const kind of ['thumb', 'show'] as const) expect(await read({ kind, file })).toBeNull();
    expect(await read<'print'>({ kind: 'print', file, marks: [] })).toBeNull();
    expect(await read<'stamp'>({ kind: 'stamp', file, lines: ['甲'], marks: [] })).toBeNull();
  });

  const seed = Math.floor(Math.random() * 1e9);
  it(`in whatever way, holds nobody up and ends no reader for good (seed ${seed})`, async () => {
    const random = seeded(seed);
    const whole = new Uint8Array(await (await fileAt(phoneUrl)).arrayBuffer());
    const start = performance.now();
    let shown = 0;
    for (let index = 0; index < 150; index += 1) {
      const bytes = whole.slice(0, random() < 0.2 ? Math.floor(random() * whole.length) : whole.length);
      for (let times = 1 + Math.floor(random() * 5); times > 0; times -= 1)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      if (await read<'thumb'>({ kind: 'thumb', file: new Blob([bytes]) })) shown += 1;
    }
    expect(shown).toBeGreaterThan(0);
    // Each that kept the reader busy to the end of its patience would cost 30 s.
    expect(performance.now() - start).toBeLessThan(25_000);
    const sound = await read<'thumb'>({ kind: 'thumb', file: new Blob([whole]) });
    expect(await quarters(sound)).toEqual(upright);
  }, 60_000);

  it('that says it has more pixels than a camera makes is not opened', async () => {
    const head = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
    const huge = new Blob([new Uint8Array([...head, 0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff, 8, 2, 0, 0, 0])]);
    expect(await read<'thumb'>({ kind: 'thumb', file: huge })).toBeNull();
  });
});

import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { decode } from 'jpeg-js';
import { plainJpeg } from './exif-jpeg';
import { expect, test } from './fixtures';
import { atStop, filesOf } from './photo-files';

const person = { settings: { userName: '周敏' } };

test('a stop takes files of every kind by button, drop and paste; a HEIC is shown, drawn on, stamped and printed, its bytes untouched', async ({
  laptop,
  scratch,
}) => {
  test.setTimeout(180_000);
  const running = await laptop('a', person);
  const { app, page } = running;
  await atStop(running);
  const original = await readFile(join(import.meta.dirname, '../fixtures/photos/phone.heic'));
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles([
    { name: 'IMG_0001.HEIC', mimeType: '', buffer: original },
    { name: '坏照片.heic', mimeType: 'image/heic', buffer: original.subarray(0, 700) },
    { name: '没拷完.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
    { name: '也没拷完.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
    { name: '批复.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 none') },
    { name: '台账.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 none') },
    { name: '航拍.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(3 << 20, 7) },
  ]);
  await expect(
    page.getByRole('tabpanel').getByText(/照片“坏照片.heic”无法显示（文件损坏或格式不受支持），原件仍在。/),
  ).toBeVisible();
  await expect(
    page.getByRole('tabpanel').getByText(/“也?没拷完.jpg”未能添加：文件是空的（0 字节）/),
  ).toHaveCount(2);
  const rows = page.getByRole('list', { name: '文件' }).getByRole('listitem');
  await expect(rows).toContainText([/批复\.pdf.*13 B/, /台账\.xlsx/, /航拍\.mp4.*3\.0 MB/]);
  await rows.nth(2).getByRole('button', { name: '打开' }).click();
  await expect
    .poll(() =>
      app.evaluate(({ shell }) =>
        JSON.stringify((shell as unknown as Readonly<Record<string, unknown>>)['__hostOpened']),
      ),
    )
    .toContain('航拍.mp4');

  for (const [kind, name, seed] of [
    ['drop', '拖入.jpg', 1],
    ['paste', '粘贴.jpg', 2],
    ['drop', '又一次.jpg', 1],
  ] as const)
    await give(page, kind, name, plainJpeg(seed));
  await expect(page.getByRole('tabpanel').getByText(/“又一次.jpg”已有，未重复添加/)).toBeVisible();
  await expect.poll(async () => (await filesOf(page)).size).toBe(7);

  const upright = page.getByRole('button', { name: '照片 IMG_0001.HEIC' });
  const shape = () =>
    upright.locator('img').evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  await expect.poll(shape).toEqual([240, 320]);
  await upright.click();
  await page.getByRole('button', { name: '标注' }).click();
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: '箭头 1' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('2');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  const heic = async () => (await filesOf(page)).get('IMG_0001.HEIC');
  await expect
    .poll(async () => (await heic())?.['marks'])
    .toEqual([{ kind: 'arrow', x1: 360, y1: 650, x2: 510, y2: 490 }]);
  const copy = join(scratch, 'copy.jpg');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, copy);
  await page.getByRole('button', { name: '导出水印照片' }).click();
  await expect(page.getByText('已导出 1 张，原件不变。')).toBeVisible();
  const stamped = decode(await readFile(copy));
  expect(stamped.width).toBe(240);
  expect(stamped.height).toBeGreaterThan(330);
  expect(isRed(stamped, 100, 188)).toBe(true);
  await page.keyboard.press('Escape');

  // The minutes: a JPEG that stands upright, with the arrow; what is damaged is said.
  await page.getByRole('link', { name: '纪要', exact: true }).click();
  await page.getByRole('button', { name: '生成文书' }).click();
  await expect(page.getByRole('region', { name: '已生成的文书' })).toContainText('坏照片.heic', {
    timeout: 60_000,
  });
  const documents = await readdir(join(running.home, 'documents'), { recursive: true });
  const docx = documents.find((name) => name.endsWith('.docx')) ?? '';
  const parts = unzipSync(await readFile(join(running.home, 'documents', docx)));
  const printed = Object.entries(parts)
    .filter(([path]) => path.startsWith('word/media/') && /jpe?g$/.test(path))
    .map(([, bytes]) => decode(bytes))
    .find(({ width, height }) => width === 240 && height === 320);
  expect(printed && isRed(printed, 100, 188)).toBe(true);
  const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');
  expect(words).toContain('随附文件：航拍.mp4');
  expect(
    (await readFile(join(running.home, 'documents', docx.replace('.docx', '.pdf'))))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');

  const { sha256 } = (await heic()) ?? {};
  expect(sha256).toBe(createHash('sha256').update(original).digest('hex'));
  expect(await readFile(join(running.home, 'files', String(sha256).slice(0, 2), String(sha256)))).toEqual(
    original,
  );

  // What is found by search is the picture, not only its stop.
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('航拍');
  await page.getByRole('list', { name: '查找结果' }).locator('mark').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.locator('.file-row.found')).toContainText('航拍.mp4');
});

/** Drops or pastes a file on the photos of the stop, as the browser tells of it. */
async function give(page: Page, kind: 'drop' | 'paste', name: string, bytes: Buffer): Promise<void> {
  await page.locator('.drop-zone').evaluate(
    (zone, given) => {
      const data = new DataTransfer();
      const file = Uint8Array.from(given.bytes);
      data.items.add(new File([file], given.name, { type: 'image/jpeg' }));
      zone.dispatchEvent(
        given.kind === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    { kind, name, bytes: [...bytes] },
  );
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The red of marks, with nothing of the picture's own red quarter in it. */
function isRed({ width, data }: Pixels, x: number, y: number): boolean {
  const near = [-6, -4, -2, 0, 2, 4, 6].flatMap((dx) =>
    [-6, -4, -2, 0, 2, 4, 6].map((dy) => ((y + dy) * width + x + dx) * 4),
  );
  return near.some((at) => (data[at] ?? 0) - Math.max(data[at + 1] ?? 255, data[at + 2] ?? 255) > 50);
}

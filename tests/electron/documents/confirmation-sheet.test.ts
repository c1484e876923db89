import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { renderSheet } from '../../../electron/documents/render-sheet';
import { strokesPng } from '../../../electron/documents/strokes-png';
import { writeSheetDocx } from '../../../electron/documents/write-sheet-docx';
import type { ConfirmationSheet } from '../../../shared/signatures/confirmation-sheet';
import { hostileStrings } from '../../shared/documents/hostile-strings';

const sheet: ConfirmationSheet = {
  language: 'zh',
  title: '现场确认单',
  facts: [
    { name: '点位', value: '望湖新材料' },
    { name: '时间', value: '2026-11-20 09:05' },
    { name: '活动', value: '重点项目督导' },
  ],
  parts: [
    { name: '确认内容', lines: ['经现场检查：', '1.<b>临边</b> & "无栏杆"'] },
    { name: '意见', lines: ['无'] },
  ],
  signature: {
    name: '签名',
    strokes: [
      [100, 100, 900, 300],
      [500, 50],
    ],
    lines: ['签名人：陆行远'],
  },
  notes: ['校验码：ab'],
  file: '现场确认单',
};

describe('a confirmation sheet', () => {
  it('has every word and the drawn strokes as DOCX and as HTML', async () => {
    const files = unzipSync(await writeSheetDocx(sheet));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    for (const text of ['望湖新材料', '1.&lt;b&gt;临边&lt;/b&gt; &amp; &quot;无栏杆&quot;', '校验码：ab'])
      expect(xml).toContain(text);
    expect(
      Object.keys(files).filter((name) => name.startsWith('word/media/') && name.endsWith('.png')),
    ).toHaveLength(1);
    const html = renderSheet(sheet);
    expect(html).toContain('&lt;b&gt;临边&lt;/b&gt;');
    expect(html).toContain('<path d="M100 100L900 300"/><path d="M500 50L500 50"/>');
  });

  it('takes hostile words as words', async () => {
    const hostile = { ...sheet, parts: [{ name: hostileStrings[0] ?? '', lines: [...hostileStrings] }] };
    expect(renderSheet(hostile)).not.toMatch(/<script|<img/i);
    const files = unzipSync(await writeSheetDocx(hostile));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(
      Object.keys(files).some(
        (name) =>
          name.includes('document.xml.rels') && /External/.test(strFromU8(files[name] ?? new Uint8Array())),
      ),
    ).toBe(false);
  });
});

describe('strokesPng', () => {
  it('draws ink where the pen was and nowhere else', () => {
    const dots = pixels(strokesPng([[100, 100, 900, 100]]));
    expect(dots(500, 100)).toBe(0);
    expect([dots(500, 120), dots(50, 100), dots(950, 100)]).toEqual([255, 255, 255]);
  });

  it('is soon done with more strokes than anybody draws', () => {
    const stroke = Array.from({ length: 4000 }, (_, at) => (at % 4 < 2 ? -100 : 1100));
    const dots = pixels(strokesPng(Array.from({ length: 400 }, () => stroke)));
    expect(dots(200, 200)).toBe(0);
  });
});

/** Reads a PNG of eight-bit grey whose rows have filter 0. */
function pixels(png: Uint8Array): (x: number, y: number) => number | undefined {
  const view = Buffer.from(png);
  const [width, length] = [view.readUInt32BE(16), view.readUInt32BE(33)];
  const rows = inflateSync(view.subarray(41, 41 + length));
  return (x, y) => rows[y * (width + 1) + 1 + x];
}

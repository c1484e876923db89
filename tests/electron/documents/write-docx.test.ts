import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../electron/documents/write-docx';
import { composeMinutes } from '../../../shared/documents/compose-minutes';
import { listSentences } from '../../../shared/documents/list-sentences';
import { generatedPhotos, generatedTour, hashOf } from '../../shared/documents/generated-tour';
import { partsOf, visibleText } from './read-back';

const tour = generatedTour();
const imprint = {
  copies: '市委办公室，市人大常委会办公室',
  printedBy: '云澜市人民政府办公室',
  printedOn: '2026年11月20日印发',
};
const minutes = composeMinutes(tour, {
  at: '2026年11月19日9:00',
  number: '第3号',
  issuedOn: '2026年11月20日',
  imprint,
});
const bytes = await writeDocx(minutes, generatedPhotos());
const parts = partsOf(bytes);
const body = parts['word/document.xml'] ?? '';
const paragraphs: readonly string[] = body.match(/<w:p>.*?<\/w:p>/gs) ?? [];
const paragraphWith = (text: string) =>
  paragraphs.find((paragraph) => visibleText(paragraph).includes(text)) ?? '';
const paragraphIs = (text: string) =>
  paragraphs.find((paragraph) => visibleText(paragraph).trim() === text) ?? '';

describe('the layout table of GB/T 9704-2012', () => {
  it('paper is A4 and the margins leave 156 × 225 mm', () => {
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(body).toMatch(
      /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"[^>]*w:gutter="0"/,
    );
  });

  it('the grid is 28 characters by 22 lines', () => {
    expect(body).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>');
  });

  it('the body is 16 pt 仿宋 on exactly 28.95 pt, two characters in', () => {
    const paragraph = paragraphWith('第0号记录');
    expect(paragraph).toContain('<w:spacing w:after="0" w:before="0" w:line="579" w:lineRule="exact"/>');
    expect(paragraph).toContain('w:firstLineChars="200"');
    expect(paragraph).toContain('w:eastAsia="仿宋_GB2312"');
    expect(paragraph).toContain('<w:spacing w:val="-6"/><w:sz w:val="32"/>');
  });

  it('nothing snaps to the grid, hangs over the margin or widens around digits, so that a line holds 28 characters', () => {
    const off = ['overflowPunct', 'autoSpaceDE', 'autoSpaceDN', 'snapToGrid'].map(
      (name) => `<w:${name} w:val="0"/>`,
    );
    expect(parts['word/styles.xml']).toContain(`<w:pPrDefault><w:pPr>${off.join('')}`);
  });

  it('every run names its East Asian font', () => {
    const runs = Object.entries(parts)
      .filter(([path]) => /^word\/(document|footer\d+)\.xml$/.test(path))
      .flatMap(([, part]) => part.match(/<w:r>.*?<\/w:r>/gs) ?? [])
      .filter((run) => run.includes('<w:t'));
    expect(runs.length).toBeGreaterThan(1000);
    expect(runs.filter((run) => !/<w:rFonts [^>]*w:eastAsia="[^"]+"/.test(run))).toEqual([]);
  });

  it('no run is bold', () => {
    expect(body).not.toMatch(/<w:b\/>|<w:b /);
  });

  it('the title is 22 pt 小标宋, centred, two empty lines under the red line', () => {
    const title = paragraphWith('云澜市2026年第四季度重点项目督导');
    expect(title).toContain('<w:jc w:val="center"/>');
    expect(title).toContain('w:eastAsia="方正小标宋简体"');
    expect(title).toContain('<w:sz w:val="44"/>');
    const position = paragraphs.indexOf(title);
    expect(
      paragraphs.slice(position - 2, position).map((paragraph) => visibleText(paragraph).trim()),
    ).toEqual(['', '']);
    expect(paragraphs[position - 3]).toContain('<w:pBdr>');
  });

  it('headings are 黑体, 楷体, 仿宋, all 16 pt', () => {
    expect(paragraphIs('一、总体情况')).toContain('w:eastAsia="黑体"');
    expect(paragraphIs('（一）第一组')).toContain('w:eastAsia="楷体_GB2312"');
    expect(paragraphWith('1.云澜0号新材料项目（签约）')).toContain('w:eastAsia="仿宋_GB2312"');
    expect(paragraphIs('一、总体情况')).toContain('<w:sz w:val="32"/>');
  });

  it('the red mark stands 35 mm below the top of the text block', () => {
    expect(paragraphs[0]).toContain('w:line="1984" w:lineRule="exact"');
    expect(paragraphs[1]).toContain('w:eastAsia="方正小标宋简体"');
    expect(paragraphs[1]).toContain('<w:color w:val="E60012"/>');
    expect(visibleText(paragraphs[1] ?? '').trim()).toBe('督导观摩纪要');
  });

  it('the number is centred two lines under the mark; agency and date are one character in, the red line 4 mm below', () => {
    expect(paragraphs.slice(2, 4).map((paragraph) => visibleText(paragraph).trim())).toEqual(['', '']);
    expect(paragraphs[4]).toContain('<w:jc w:val="center"/>');
    expect(visibleText(paragraphs[4] ?? '').trim()).toBe('第3号');
    expect(visibleText(paragraphs[5] ?? '')).toBe('云澜市人民政府办公室\t2026年11月20日\n');
    expect(paragraphs[5]).toContain('w:firstLineChars="100"');
    expect(paragraphs[5]).toContain(`<w:tab w:val="right" w:pos="${8844 - 320}"/>`);
    expect(paragraphs[5]).toMatch(/<w:bottom w:val="single" w:color="E60012" w:sz="16" w:space="11"\/>/);
  });

  it('出席 is in 黑体 and its lines hang after the colon', () => {
    const list = paragraphWith('出席：市政府周见山');
    expect(list).toContain('w:eastAsia="黑体"');
    expect(list).toContain(`w:left="${(2 + 3) * 320}" w:hanging="${3 * 320}"`);
  });

  it('annexes begin on new pages, 附件 in 黑体 at the left, the title on the third line', () => {
    const first = paragraphIs('附件1');
    expect(first).toContain('<w:pageBreakBefore/>');
    expect(first).toContain('w:eastAsia="黑体"');
    expect(visibleText(paragraphs[paragraphs.indexOf(first) + 2] ?? '').trim()).toBe('点位一览表');
  });

  it('page numbers are 14 pt 宋体, right on odd and left on even pages, one character in, 7 mm below the text', () => {
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    const footers = Object.entries(parts).filter(([path]) => /^word\/footer\d+\.xml$/.test(path));
    const all = footers.map(([, part]) => part);
    const odd = all.find((part) => part.includes('<w:jc w:val="right"/>')) ?? '';
    const even = all.find((part) => part.includes('<w:jc w:val="left"/>')) ?? '';
    expect(odd).toContain('<w:ind w:right="280"/>');
    expect(even).toContain('<w:ind w:left="280"/>');
    for (const footer of [odd, even]) {
      expect(footer).toContain('w:eastAsia="宋体"');
      expect(footer).toContain('<w:sz w:val="28"/>');
      expect(visibleText(footer.replace(/<w:instrText.*?<\/w:instrText>/g, '1'))).toContain('— 1 —');
    }
    // 35 mm − 7 mm − the 14 pt of its own line.
    expect(body).toContain('w:footer="1307"');
    expect(body).toMatch(/<w:footerReference w:type="default"[^>]*\/><w:footerReference w:type="even"/);
  });

  it('the imprint floats to the bottom of the last page between lines of 0.35 and 0.25 mm', () => {
    expect(body).toMatch(/<w:tblpPr [^>]*w:tblpYSpec="bottom"/);
    const table = body.slice(body.lastIndexOf('<w:tbl>'));
    expect(table).toMatch(/<w:top w:val="single" w:color="000000" w:sz="8"\/>/);
    expect(table).toMatch(/<w:insideH w:val="single" w:color="000000" w:sz="6"\/>/);
    expect(table).toContain('w:eastAsia="仿宋_GB2312"');
    expect(table).toContain('<w:sz w:val="28"/>');
    expect(visibleText(table)).toContain('抄送：市委办公室，市人大常委会办公室\n');
  });

  it('tables have real grid columns, as WPS wants them', () => {
    const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) {
      const grid = [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map((column) => Number(column[1]));
      expect(grid.reduce((sum, width) => sum + width, 0)).toBeGreaterThanOrEqual(8840);
      expect(grid.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(8848);
      const firstRow = table.slice(0, table.indexOf('</w:tr>'));
      expect(
        [...firstRow.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"/g)].map((cell) => Number(cell[1])),
      ).toEqual(grid);
    }
  });
});

describe('what is in the DOCX', () => {
  const text = visibleText(body);

  it('is every stop, remark and issue, by count', () => {
    expect(tour.sites.filter(({ name }) => text.includes(name))).toHaveLength(58);
    expect(tour.remarks.filter((remark) => text.includes(remark.text))).toHaveLength(120);
    expect(tour.issues.filter((issue) => text.includes(issue.text))).toHaveLength(200);
    expect(text).toContain('272.80亿元');
  });

  it('is every sentence in a bookmark of its own, in reading order', () => {
    const names = [...body.matchAll(/<w:bookmarkStart w:name="(e_\d+)"/g)].map((match) => match[1]);
    const sentences = listSentences(minutes);
    expect(names).toEqual(sentences.map((_, index) => `e_${index + 1}`));
    sentences.forEach((sentence, index) => {
      const start = body.indexOf(`<w:bookmarkStart w:name="e_${index + 1}"`);
      const marked = body.slice(start, body.indexOf('<w:bookmarkEnd', start));
      expect(visibleText(marked).replace(/\n/g, '')).toBe(sentence.text.replace(/\n/g, ''));
    });
  });

  it('is every photo once, stored and not deflated, with the bytes of the original', () => {
    const media = Object.entries(unzipSync(bytes)).filter(([path]) => path.startsWith('word/media/'));
    expect(media.map(([, photo]) => hashOf(photo)).toSorted()).toEqual(
      [...generatedPhotos().keys()].toSorted(),
    );
    const photo = generatedPhotos().values().next().value ?? new Uint8Array();
    expect(Buffer.from(bytes).includes(Buffer.from(photo))).toBe(true);
  });

  it('is the state of the data in a property', () => {
    expect(parts['docProps/custom.xml']).toContain(minutes.madeFrom.state);
    expect(text).toContain(`标识${minutes.madeFrom.state}`);
  });

  it('is no relation to anything outside the file', () => {
    const relations = Object.entries(parts).filter(([path]) => path.endsWith('.rels'));
    for (const [, relation] of relations) expect(relation).not.toContain('TargetMode="External"');
  });
});

it('a photo whose original is not here is named in its place', async () => {
  const without = visibleText(partsOf(await writeDocx(minutes, new Map()))['word/document.xml'] ?? '');
  expect(without).toContain('〔照片“IMG_1000.jpg”原件尚未到达〕');
});

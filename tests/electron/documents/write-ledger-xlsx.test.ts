import { readXlsx } from 'hucre';
import { expect, it } from 'vitest';
import { writeLedgerXlsx } from '../../../electron/documents/write-ledger-xlsx';
import { composeIssueLedger } from '../../../shared/documents/compose-issue-ledger';
import { generatedTour } from '../../shared/documents/generated-tour';
import { partsOf } from './read-back';

const tour = generatedTour();
const ledger = composeIssueLedger(tour, '2026年11月19日9:00');
const bytes = await writeLedgerXlsx(ledger);

it('reads back equal, cell by cell, with a row for every issue', async () => {
  const sheet = (await readXlsx(bytes)).sheets[0];
  expect(sheet?.rows[1]).toEqual(ledger.columns.map(({ name }) => name));
  const rows = sheet?.rows.slice(2, -1).map((row) => ledger.columns.map((_, column) => row[column] ?? ''));
  expect(rows).toEqual(ledger.rows);
  expect(ledger.rows).toHaveLength(200);
  for (const issue of tour.issues) expect(ledger.rows.filter((row) => row[4] === issue.text)).toHaveLength(1);
});

it('has the columns of the ledger in their order', () => {
  expect(ledger.columns.map(({ name }) => name)).toEqual([
    '序号',
    '组别',
    '区县',
    '点位',
    '问题描述',
    '类别',
    '严重程度',
    '责任单位',
    '责任人',
    '整改措施',
    '整改时限',
    '整改情况',
    '是否销号',
    '佐证',
  ]);
});

it('goes by team and route and names the photos', () => {
  expect(ledger.rows.map((row) => row[1])).toEqual(
    ledger.rows
      .map((row) => row[1])
      .toSorted((left, right) => '一二三'.indexOf(left?.[1] ?? '') - '一二三'.indexOf(right?.[1] ?? '')),
  );
  expect(ledger.rows.find((row) => row[4] === tour.issues[3]?.text)?.[13]).toBe('照片1张：IMG_1003.jpg');
});

it('makes every row high enough for its text, which LibreOffice and WPS would else cut to one line', () => {
  const sheet = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
  const heights = [...sheet.matchAll(/<row r="(\d+)"[^>]* ht="([\d.]+)"/g)].map((row) => Number(row[2]));
  expect(heights.length).toBeGreaterThanOrEqual(202);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(21);
});

it('sets no deadline and no person where nobody did', () => {
  expect(ledger.rows.every((row) => row[8] === '' && row[10] === '')).toBe(true);
});

it('prints landscape with its header on every page, frozen on the screen', () => {
  const parts = partsOf(bytes);
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  expect(sheet).toMatch(/<pane [^>]*ySplit="2"[^>]*state="frozen"/);
  expect(sheet).toContain('orientation="landscape"');
  expect(parts['xl/workbook.xml']).toMatch(/_xlnm\.Print_Titles[^<]*>[^<]*\$1:\$2</);
});

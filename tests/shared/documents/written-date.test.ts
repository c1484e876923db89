import { expect, it } from 'vitest';
import { writtenDate } from '../../../shared/documents/written-date';
import { partialDateSchema } from '../../../shared/records/partial-date';

it.each([
  [{ from: '2026-11-20', to: '2026-11-20' }, '2026年11月20日'],
  [{ from: '2026-11-20', to: '2026-11-21' }, '2026年11月20日至21日'],
  [{ from: '2026-11-30', to: '2026-12-01' }, '2026年11月30日至12月1日'],
  [{ from: '2026-12-31', to: '2027-01-02' }, '2026年12月31日至2027年1月2日'],
  [{ from: '2026-11-20' }, '2026年11月20日'],
  [{ to: '2026-11-21' }, '2026年11月21日'],
  [{ asWritten: '10月8日', from: '2024-10-08', to: '2024-10-08', basis: '报道' }, '2024年10月8日'],
  [
    { asWritten: '15日（2月16日讯）', from: '2022-02-15', to: '2022-02-15', basis: '讯头' },
    '2022年2月15日（2月16日讯）',
  ],
  [{ asWritten: '10月8日' }, '10月8日〔年份待核实〕'],
  [{}, ''],
])('a date %j is written as %s: its words, else its days', (date, written) => {
  expect(writtenDate(partialDateSchema.parse(date))).toBe(written);
});

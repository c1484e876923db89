import { describe, expect, it } from 'vitest';
import { attend } from '../../../shared/meetings/attend';
import { readReport } from '../../../shared/meetings/report-line';

const roster = [
  { name: '顾承昇', unit: '云澜市人民政府', rank: 1 },
  { name: '沈砚舟', unit: '云澜市发展和改革委员会', rank: 2 },
];

describe('attend', () => {
  it('takes a list in the order of rank, with units, and strangers behind it', () => {
    expect(attend([], 'present', ['陆行远', '沈砚舟', '顾承昇', '沈砚舟', ' '], roster)).toEqual([
      { name: '顾承昇', unit: '云澜市人民政府', status: 'present' },
      { name: '沈砚舟', unit: '云澜市发展和改革委员会', status: 'present' },
      { name: '陆行远', unit: '', status: 'present' },
    ]);
  });

  it('has a name in one status only, and keeps the unit that was written', () => {
    const before = [{ name: '陆行远', unit: '望湖公司', status: 'present' as const }];
    expect(attend(before, 'leave', ['陆行远'], roster)).toEqual([
      { name: '陆行远', unit: '望湖公司', status: 'leave' },
    ]);
    expect(attend(before, 'present', [], roster)).toEqual([]);
  });
});

describe('readReport', () => {
  it('parts who from what, and takes a line without a colon as who', () => {
    expect(readReport('区住建局：防护已补齐。')).toEqual({ who: '区住建局', gist: '防护已补齐。' });
    expect(readReport('区住建局关于工期的汇报')).toEqual({ who: '区住建局关于工期的汇报', gist: '' });
    expect(readReport('区住建局：')).toEqual({ who: '区住建局', gist: '' });
  });
});

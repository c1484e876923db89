import { describe, expect, it } from 'vitest';
import { parseQuickEntry } from '../../../../renderer/features/stop/parse-quick-entry';

describe('parseQuickEntry', () => {
  it.each([
    ['记 主厂房封顶', 'note', '主厂房封顶'],
    ['话 要抓紧', 'remark', '要抓紧'],
    ['题 栏杆缺失', 'issue', '栏杆缺失'],
    ['话\u3000要抓紧', 'remark', '要抓紧'],
    ['题 ', 'issue', ''],
    ['话 第一行\n第二行', 'remark', '第一行\n第二行'],
  ] as const)('takes the prefix off %j', (typed, kind, text) => {
    expect(parseQuickEntry(typed)).toEqual({ kind, text, unsure: false });
  });

  it.each(['主厂房封顶', '记录了三处', '话说回来', '他说 话 不多', ' 话 要抓紧', ''])(
    'leaves %j as it is',
    (typed) => {
      expect(parseQuickEntry(typed)).toEqual({ kind: null, text: typed, unsure: false });
    },
  );

  it.each(['记', '话', '题'])('waits after %s alone, which may become a prefix', (typed) => {
    expect(parseQuickEntry(typed)).toEqual({ kind: null, text: typed, unsure: true });
  });

  it('is not taken in by names that every object has', () => {
    expect(parseQuickEntry('toString').unsure).toBe(false);
    expect(parseQuickEntry('constructor x').kind).toBe(null);
  });
});

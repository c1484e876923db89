import { describe, expect, it } from 'vitest';
import { draftKinds, parseQuickEntry } from '../../../../renderer/capture/drafts/parse-quick-entry';

const prefixes = {
  note: ['记', '/j', '/n'],
  remark: ['话', '/h', '/r'],
  issue: ['题', '/t', '/i'],
  request: ['求', '/q'],
  indicator: ['标', '/b', '/f'],
  handover: ['策', '/c', '/p'],
} as const;

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

  it.each(draftKinds)(
    'knows every prefix of a %s: Chinese, Latin of both widths, in capitals, with either space',
    (kind) => {
      for (const prefix of prefixes[kind])
        for (const written of new Set([prefix, prefix.toUpperCase(), prefix.replace('/', '／')]))
          for (const space of [' ', '\u3000']) {
            expect(parseQuickEntry(`${written}${space}词`)).toEqual({ kind, text: '词', unsure: false });
            // Before the space it may still become one: nothing is written yet.
            expect(parseQuickEntry(written).unsure).toBe(true);
          }
    },
  );

  it('has no Latin prefix for two kinds, and takes any other letter as text', () => {
    const known = Object.values(prefixes).flat() as readonly string[];
    expect(new Set(known).size).toBe(known.length);
    for (const letter of 'adegklmosuvwxyz') expect(parseQuickEntry(`/${letter} 词`).kind).toBe(null);
  });

  it('takes a prefix of a kind that a meeting does not take as text', () => {
    expect(parseQuickEntry('题 栏杆缺失', ['remark', 'request'])).toEqual({
      kind: null,
      text: '题 栏杆缺失',
      unsure: false,
    });
    expect(parseQuickEntry('求 用电扩容', ['remark', 'request']).kind).toBe('request');
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

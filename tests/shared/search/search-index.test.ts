import { pinyin } from 'pinyin-pro';
import { expect, it } from 'vitest';
import type { RecordKind } from '../../../shared/records/record-schemas';
import { createSearchIndex } from '../../../shared/search/search-index';
import { searchableOf } from '../../../shared/search/searchable';
import { spellText } from '../../../shared/search/spelling';
import { segmentWords, wordsOfQuery } from '../../../shared/search/words-of-query';

const readings = new Map<string, string | undefined>();

function readingOf(character: string): string | undefined {
  if (!/\p{Script=Han}/u.test(character)) return undefined;
  if (!readings.has(character))
    readings.set(character, pinyin(character, { toneType: 'none', type: 'array' })[0]);
  return readings.get(character);
}

const makeIndex = () => createSearchIndex((text) => spellText(text, readingOf));
const entry = (id: string, words: string, kind: RecordKind = 'note') => ({
  id,
  kind,
  tour: 't',
  stop: 'p',
  meeting: '',
  basis: '',
  words,
});

function found(index: ReturnType<typeof makeIndex>, query: string): readonly string[] {
  return index
    .search(wordsOfQuery(query), null, 60)
    .hits.map(
      ({ entry: { words }, ranges }) =>
        `${words}: ${ranges.map(({ from, to }) => words.slice(from, to)).join('|')}`,
    );
}

it('finds by characters, initials, pinyin that may be cut short, Latin letters and several words, and says where', () => {
  const index = makeIndex();
  index.put(entry('1', '三层东侧临边没有防护栏杆'));
  index.put(entry('2', '塔吊基础积水，塔吊未验收'));
  index.put(entry('3', '望湖算力中心', 'site'));
  index.put(entry('4', '采用 BIM 模型'));
  expect(found(index, '防护')).toEqual(['三层东侧临边没有防护栏杆: 防护']);
  expect(found(index, 'tdwys')).toEqual(['塔吊基础积水，塔吊未验收: 塔吊未验收']);
  expect(found(index, 'wanghus')).toEqual(['望湖算力中心: 望湖算']);
  expect(found(index, 'whsl')).toEqual(['望湖算力中心: 望湖算力']);
  expect(found(index, 'bim')).toEqual(['采用 BIM 模型: BIM']);
  expect(found(index, '塔吊 积水')).toEqual(['塔吊基础积水，塔吊未验收: 塔吊|积水']);
  expect(found(index, '积水 栏杆')).toEqual([]);
  // "anhu" stands in the letters of "wanghu" only across two syllables.
  expect(found(index, 'anhu')).toEqual([]);
});

it('finds nothing over the border of two records, nor in what was changed or taken out', () => {
  const index = makeIndex();
  index.put(entry('1', '前一条以塔'));
  index.put(entry('2', '吊字开头'));
  expect(found(index, '塔吊')).toEqual([]);
  expect(found(index, 'tdzkt')).toEqual([]);
  index.put(entry('1', '改成了别的'));
  expect(found(index, '前一条')).toEqual([]);
  expect(found(index, '别的')).toHaveLength(1);
  index.remove('1');
  expect(found(index, '别的')).toEqual([]);
  expect(index.size).toBe(1);
});

it('counts by kind, shows one kind alone, names before texts and newest first', () => {
  const index = makeIndex();
  index.put(entry('1', '塔吊一'));
  index.put(entry('2', '塔吊二', 'issue'));
  index.put(entry('3', '塔吊三'));
  index.put(entry('0', '塔吊公司', 'unit'));
  const all = index.search(['塔吊'], null, 60);
  expect(all.hits.map((hit) => hit.entry.id)).toEqual(['0', '3', '2', '1']);
  expect(all.counts).toEqual({ note: 2, issue: 1, unit: 1 });
  expect(index.search(['塔吊'], 'issue', 60).hits.map((hit) => hit.entry.id)).toEqual(['2']);
});

it('cuts what was typed in one go where Chinese has its words', () => {
  expect(segmentWords(['塔吊验收'])).toContain('验收');
  expect(segmentWords(['塔'])).toBeNull();
});

it('takes every word of a record but no ids, times and marks', () => {
  const head = (value: unknown) => ({
    heads: [{ change: 'c', value, author: '', device: '', at: '' }],
    past: [],
  });
  const state = (fields: Readonly<Record<string, unknown>>) =>
    ({
      id: 'm1',
      kind: 'meeting',
      scope: 't',
      fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, head(value)])),
    }) as Parameters<typeof searchableOf>[0];
  expect(
    searchableOf(
      state({
        tour: 't',
        name: '座谈会',
        chair: '01a20171-4cce-79ba-9acd-8f7952580245',
        agenda: ['听取汇报'],
        attendance: [{ name: '周敏', unit: '住建局', status: 'present' }],
        at: '2026-11-20T09:00:00+08:00',
      }),
    ),
  ).toMatchObject({
    id: 'm1',
    kind: 'meeting',
    tour: 't',
    stop: '',
    words: '座谈会 · 听取汇报 · 周敏 · 住建局',
  });
  expect(searchableOf(state({ name: '座谈会', deleted: true }))).toBeNull();
  const survey = [
    {
      type: 'select_one yes_no',
      name: 'lane_clear',
      'label::Chinese (zh)': '消防通道是否畅通',
      label: 'Is it clear?',
    },
    { type: 'text', name: 'note_1', hint: '写明位置', relevant: "${lane_clear} = 'no'" },
  ];
  const choices = [{ list_name: 'yes_no', name: 'no', label: '否' }];
  const form = {
    ...state({ title: '检查表', survey, choices, settings: { form_id: 'fire_v1' } }),
    kind: 'checklist' as const,
  };
  expect(searchableOf(form)?.words).toBe('检查表 · 消防通道是否畅通 · Is it clear? · 写明位置 · 否');
});

it('searches 100,000 records in a small part of the time that taking them in needs', () => {
  const letters = Array.from(
    '塔吊基础积水未验收临边防护栏杆缺失配电箱上锁消防通道被占用工人安全帽佩戴到位立即整改进度滞后',
  );
  const index = makeIndex();
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const began = performance.now();
  for (let n = 0; n < 100_000; n += 1) {
    const words = Array.from({ length: 40 }, () => letters[next(letters.length)]).join('');
    index.put(entry(String(n).padStart(6, '0'), n === 70_000 ? `${words}云澜算力枢纽` : words));
  }
  const built = performance.now() - began;
  const times = [
    '云澜算力',
    'ylslsn',
    'yunlansuanli',
    '塔吊基础',
    'tdjc',
    '临边 栏杆',
    '没有这样的词',
    'jichujishui',
    'zz',
  ].map((query) => {
    const from = performance.now();
    index.search(wordsOfQuery(query), null, 60);
    return performance.now() - from;
  });
  const median = times.toSorted((a, b) => a - b)[4] ?? 0;
  expect(found(index, 'ylslsn')).toHaveLength(1);
  expect(median).toBeLessThan(built / 20);
});

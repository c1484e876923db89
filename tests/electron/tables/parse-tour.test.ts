import { describe, expect, it } from 'vitest';
import { parseTour } from '../../../electron/tables/parse-tour';
import { compareTourRecord } from '../../../shared/tour-file/compare-tour-record';
import { type TourRecord, tourRecordOfRow } from '../../../shared/tour-file/tour-records';
import { generatedTour } from '../../shared/documents/generated-tour';

const file = 'tour.json';
const read = (text: string) => parseTour({ file, bytes: Buffer.from(text) });

function recordsOf(text: string): readonly TourRecord[] {
  const parsed = read(text);
  if (!parsed.ok || parsed.value.sheets[0]?.name !== 'records') throw new Error(JSON.stringify(parsed));
  return parsed.value.sheets[0].rows.flatMap((row) => tourRecordOfRow(row) ?? []);
}

function faultsOf(text: string): readonly unknown[] {
  const parsed = read(text);
  return parsed.ok && parsed.value.sheets[0]?.name === 'faults' ? parsed.value.sheets[0].rows : [];
}

describe('a tour file on its way in', () => {
  it('comes as its records, the register before what names it', () => {
    const tour = generatedTour();
    const kinds = recordsOf(JSON.stringify(tour)).map(({ kind }) => kind);
    expect(kinds).toHaveLength(1 + 9 + 58 + 1 + 3 + 1 + 58 + 1 + 50 + 90 + 120 + 200 + 12 + 20);
    expect(kinds.indexOf('site')).toBeLessThan(kinds.indexOf('stop'));
  });

  it('has its faults named by path, in both languages, and no record read', () => {
    const tour = { ...generatedTour(), remark: [] };
    expect(faultsOf(JSON.stringify(tour))).toHaveLength(1);
    const lost = generatedTour();
    const stops = [{ ...lost.stops[0], site: 'site-999' }];
    const [fault] = faultsOf(JSON.stringify({ ...lost, stops, groups: [], answerSheets: [], notes: [] }));
    expect(fault).toMatchObject([
      expect.stringMatching(/^(stops|remarks)\[/),
      expect.stringContaining('指向'),
      {},
    ]);
  });

  it.each([
    ['nothing', '', '文件是空的'],
    ['blanks', ' \n ', '不是 JSON'],
    ['half a file', JSON.stringify(generatedTour()).slice(0, 5000), '不完整'],
    ['a web page', '<html><script>alert(1)</script></html>', '不是 JSON'],
    ['two files in one', '{}{}', '不是 JSON'],
  ])('is told apart from %s', (_, text, zh) => {
    expect(read(text)).toMatchObject({
      ok: false,
      problem: { code: 'tourFile.unreadable', details: { zh: expect.stringContaining(zh) as string } },
    });
  });

  it.each([
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an object of others', '{"type":"FeatureCollection","features":[]}'],
    ['a version of the future', '{"format":"xunji-tour","version":2,"tour":{"id":"t"}}'],
    ['a list that is none', '{"format":"xunji-tour","version":1,"tour":{"id":"t"},"stops":{"length":9}}'],
    ['an id that is a path', '{"format":"xunji-tour","version":1,"tour":{"id":"../../etc"}}'],
    ['a hundred thousand brackets', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['one id twice', '{"format":"xunji-tour","version":1,"tour":{"id":"t"},"sites":[{"id":"t"}]}'],
    [
      'a record of another tour',
      '{"format":"xunji-tour","version":1,"tour":{"id":"t"},"teams":[{"id":"a","tour":"u"}]}',
    ],
  ])('refuses %s with a fault', (_, text) => {
    expect(faultsOf(text).length).toBeGreaterThan(0);
  });

  it('takes no prototype from a file', () => {
    const text = '{"format":"xunji-tour","version":1,"tour":{"id":"t","__proto__":{"polluted":true}}}';
    expect(Object.keys(recordsOf(text)[0]?.values ?? {})).not.toContain('polluted');
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('refuses bytes that are no UTF-8 and files of other programs', () => {
    for (const bytes of [
      Buffer.from('7b22d6d0cec4223a317d', 'hex'),
      Buffer.from('504b0304000000000000', 'hex'),
    ])
      expect(parseTour({ file, bytes })).toMatchObject({
        ok: false,
        problem: { code: 'tourFile.unreadable' },
      });
  });
});

describe('a record beside the one that is here', () => {
  const [record] = recordsOf('{"format":"xunji-tour","version":1,"tour":{"id":"t","title":"新名"}}');
  if (!record) throw new Error('no record');
  const held = {
    kind: 'tour',
    scope: 't',
    deleted: false,
    values: { title: '旧名', place: '云澜' },
  } as const;
  const compare = (values: object = {}) => compareTourRecord(record, { ...held, ...values }, 't', () => '');

  it('changes only what the file names', () => {
    expect(compare()).toMatchObject({
      difference: { change: 'changed' },
      edit: { values: { title: '新名' } },
    });
  });

  it('changes nothing where it is the same, and nothing that was deleted here', () => {
    expect(compare({ values: { title: '新名' } })).toMatchObject({
      difference: { change: 'same' },
      edit: null,
    });
    expect(compare({ deleted: true })).toMatchObject({ difference: { change: 'missing' }, edit: null });
  });

  it('offers what was deleted here, with what the file says of it', () => {
    expect(compare({ deleted: true })).toMatchObject({
      restore: { id: 't', values: { title: '新名', deleted: false } },
    });
    expect(compare()).toMatchObject({ restore: null });
    const gone = { ...record, values: { deleted: true }, given: ['deleted'] };
    expect(compareTourRecord(gone, { ...held, deleted: true }, 't', () => '')).toMatchObject({
      edit: null,
      restore: null,
    });
  });

  it('is refused where its id is that of another record', () => {
    expect(compare({ kind: 'site' })).toEqual({ kind: 'taken' });
    expect(compare({ scope: 'u' })).toEqual({ kind: 'taken' });
  });

  it('leaves what a leader said and what was signed as it is', () => {
    const remark = { ...record, kind: 'remark', values: { text: '改写' }, given: ['text'] } as const;
    const spoken = { kind: 'remark', scope: 't', deleted: false, values: { text: '原话' } } as const;
    expect(compareTourRecord(remark, spoken, 't', () => '')).toMatchObject({ edit: null });
  });
});

import { describe, expect, it } from 'vitest';
import { xpathFunctions } from '../../../shared/xlsform/xpath/functions';
import { functionSamples } from './function-samples';
import { answer, question, valueOf } from './walk-form';
import { openSheets, row, yesNo } from './open-sheets';

describe('an XLSForm in the engine', () => {
  it.each([
    ['text', 'text'],
    ['integer', 'integer'],
    ['decimal', 'decimal'],
    ['range', 'range'],
    ['date', 'date'],
    ['time', 'time'],
    ['dateTime', 'dateTime'],
    ['select_one yn', 'one'],
    ['select_multiple yn', 'many'],
    ['select_one_from_file towns.csv', 'one'],
    ['select_multiple_from_file towns.csv', 'many'],
    ['rank yn', 'rank'],
    ['note', 'note'],
    ['image', 'file'],
    ['audio', 'file'],
    ['file', 'file'],
    ['acknowledge', 'acknowledge'],
    ['video', 'file'],
    ['barcode', 'text'],
  ])('asks %s', async (type, asked) => {
    const lists = { 'towns.csv': { columns: ['name', 'label'], rows: [['a', '甲']] } };
    const form = await openSheets({ survey: [row(type, 'q')], choices: yesNo, lists });
    expect(question(form, 'q')?.type).toBe(asked);
  });

  it.each([
    'calculate',
    'hidden',
    'start',
    'end',
    'today',
    'deviceid',
    'username',
    'email',
    'phonenumber',
    'geopoint',
  ])('does not show %s, and has it', async (type) => {
    const form = await openSheets({
      survey: [row('text', 'shown'), { type, name: 'q', calculation: '1 + 1' }],
    });
    expect(question(form, 'q')).toBeUndefined();
    expect(form.leaves().map(({ path }) => path)).toContain('q');
  });

  it('fills in who, where and when by itself', async () => {
    const survey = ['username', 'deviceid', 'today'].map((type) => ({ type, name: type }));
    const form = await openSheets({ survey: [row('text', 'q'), ...survey] });
    expect(valueOf(form, 'username')).toBe('周敏');
    expect(valueOf(form, 'deviceid')).toBe('laptop-1');
    expect(valueOf(form, 'today')).toMatch(/^\d{4}-\d{2}-\d{2}/);
  });

  it('speaks the languages of its columns, with the main one where a text is missing', async () => {
    const form = await openSheets({
      survey: [
        {
          type: 'integer',
          name: 'n',
          'label::中文 (zh)': '人数',
          'label::English (en)': 'People',
          constraint: '. < 5',
          'constraint_message::中文 (zh)': '太多',
        },
        {
          type: 'note',
          name: 'said',
          'label::中文 (zh)': '共${n}人 < 5 & 好',
          'hint::English (en)': 'only here',
        },
      ],
      settings: { default_language: '中文 (zh)' },
    });
    answer(form, 'n', '7');
    expect(question(form, 'n')).toMatchObject({
      label: '人数',
      violation: { kind: 'constraint', message: '太多' },
    });
    expect(question(form, 'said')).toMatchObject({ label: '共7人 < 5 & 好' });
    form.setLanguage('en');
    expect(question(form, 'n')).toMatchObject({ label: 'People', violation: { message: '太多' } });
    expect(question(form, 'said')).toMatchObject({ label: '共7人 < 5 & 好', hint: 'only here' });
  });

  it('asks, requires, computes and forbids as its columns say', async () => {
    const form = await openSheets({
      survey: [
        row('select_one yn', 'ok', { required: 'yes' }),
        row('text', 'why', { relevant: "${ok} = 'no'", required: "${ok} = 'no'" }),
        row('text', 'word', { calculation: "jr:choice-name(${ok}, '${ok}')", read_only: 'yes' }),
        row('text', 'copy', { trigger: '${ok}', calculation: "concat('was ', ${ok})" }),
      ],
      choices: yesNo,
    });
    expect(question(form, 'why')).toBeUndefined();
    answer(form, 'ok', 'no');
    expect(question(form, 'why')).toMatchObject({ required: true });
    expect(question(form, 'word')).toMatchObject({ value: '否', readonly: true });
    expect(question(form, 'copy')).toMatchObject({ value: 'was no', readonly: false });
  });

  it('takes names and texts of any script, and what XML could take for its own', async () => {
    const form = await openSheets({
      survey: [
        row('text', '隐患.说明-1', { label: '<b>"粗" & \'细\'</b>\u0000', default: '<x/>&' }),
        row('note', '说', { label: '“${隐患.说明-1}”' }),
      ],
    });
    expect(question(form, '隐患.说明-1')).toMatchObject({
      label: '<b>"粗" & \'细\'</b>\uFFFD',
      value: '<x/>&',
    });
    expect(question(form, '说')?.label).toBe('“<x/>&”');
  });

  it('leaves out an expression with a function that is not supported, rather than refuse the form', async () => {
    const form = await openSheets({
      survey: [
        row('text', 'a', { relevant: "search('x') = 1", default: "cht:extension-lib('x')" }),
        row('calculate', 'c', { calculation: "extract-signed('x')" }),
      ],
      settings: { instance_name: 'version()' },
    });
    expect(question(form, 'a')?.value).toBe('');
    expect(valueOf(form, 'c')).toBe('');
  });

  it('has every function that the check lets pass', async () => {
    const calls = Object.keys(xpathFunctions).filter((name) => !functionSamples[name]);
    expect(calls).toEqual([]);
    for (const [name, call] of Object.entries(functionSamples)) {
      const survey = [
        row('select_one yn', 'ok', { default: 'yes' }),
        row('begin repeat', 'r'),
        row('integer', 'n', { default: '2' }),
        row('end repeat', 'r'),
        row('calculate', 'c', { calculation: call }),
      ];
      const form = await openSheets({ survey, choices: yesNo });
      expect(`${name}: ${valueOf(form, 'c')}`).not.toBe(`${name}: undefined`);
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Form } from '../../../renderer/forms/form';
import { loadForm } from '../../../renderer/forms/load-form';
import { type Row, checklistSchema } from '../../../shared/records/checklist';
import { checkForm } from '../../../shared/xlsform/check-form';
import { writeXform } from '../../../shared/xlsform/write-xform';
import { xpathFunctions } from '../../../shared/xlsform/xpath/functions';
import { functionSamples } from './function-samples';
import { answer, question, valueOf, testId } from './walk-form';

interface Sheets {
  readonly survey: readonly Row[];
  readonly choices?: readonly Row[];
  readonly settings?: Row;
  readonly lists?: object;
}

/** A form of these rows, filled in for the first time by the engine of the app. */
async function open(sheets: Sheets): Promise<Form> {
  const checklist = checklistSchema.parse({ id: 'form', title: '表', ...sheets });
  expect(checkForm(checklist).faults).toEqual([]);
  const xform = writeXform(checklist);
  if (!xform.ok) throw new Error(JSON.stringify(xform.problem));
  const loaded = await loadForm(xform.value, null, {
    language: 'zh',
    deviceID: 'laptop-1',
    username: '周敏',
    newId: testId,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  return loaded.value;
}

const row = (type: string, name: string, more: Row = {}): Row => ({ type, name, label: name, ...more });
const yesNo = [
  { list_name: 'yn', name: 'yes', label: '是' },
  { list_name: 'yn', name: 'no', label: '否' },
];

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
    const form = await open({ survey: [row(type, 'q')], choices: yesNo, lists });
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
    const form = await open({ survey: [row('text', 'shown'), { type, name: 'q', calculation: '1 + 1' }] });
    expect(question(form, 'q')).toBeUndefined();
    expect(form.leaves().map(({ path }) => path)).toContain('q');
  });

  it('fills in who, where and when by itself', async () => {
    const survey = ['username', 'deviceid', 'today'].map((type) => ({ type, name: type }));
    const form = await open({ survey: [row('text', 'q'), ...survey] });
    expect(valueOf(form, 'username')).toBe('周敏');
    expect(valueOf(form, 'deviceid')).toBe('laptop-1');
    expect(valueOf(form, 'today')).toMatch(/^\d{4}-\d{2}-\d{2}/);
  });

  it('speaks the languages of its columns, with the main one where a text is missing', async () => {
    const form = await open({
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
    const form = await open({
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

  it('sets defaults, fixed and computed, in new entries of a repeat too', async () => {
    const form = await open({
      survey: [
        row('text', 'a', { default: '一次' }),
        row('text', 'b', { default: "concat(${a}, '！')" }),
        row('date', 'd', { default: '2026-11-20' }),
        row('begin repeat', 'r'),
        row('text', 'c', { default: "concat('第', position(..))" }),
        row('text', 'fixed', { default: '在' }),
        row('end repeat', 'r'),
      ],
    });
    expect(valueOf(form, 'a')).toBe('一次');
    expect(valueOf(form, 'b')).toBe('一次！');
    expect(valueOf(form, 'd')).toBe('2026-11-20');
    const repeat = form.tree().find((node) => node.kind === 'repeat');
    form.addInstance(repeat?.key ?? '');
    expect(valueOf(form, 'r[1]/c')).toBe('第1');
    expect(valueOf(form, 'r[2]/c')).toBe('第2');
    expect(valueOf(form, 'r[2]/fixed')).toBe('在');
  });

  it('knows the entry of a repeat by itself, all entries from outside, and others by indexed-repeat', async () => {
    const form = await open({
      survey: [
        row('integer', 'many'),
        row('begin repeat', 'r', { repeat_count: '${many} + 1' }),
        row('integer', 'n'),
        row('begin group', 'g'),
        row('calculate', 'double', { calculation: '${n} * 2' }),
        row('end group', 'g'),
        row('end repeat', 'r'),
        row('calculate', 'all', { calculation: 'sum(${double})' }),
        row('calculate', 'second', { calculation: 'indexed-repeat(${n}, ${r}, 2)' }),
        row('calculate', 'entries', { calculation: 'count(${r})' }),
      ],
    });
    answer(form, 'many', '1');
    answer(form, 'r[1]/n', '3');
    answer(form, 'r[2]/n', '4');
    expect(valueOf(form, 'r[2]/g/double')).toBe('8');
    expect(['all', 'second', 'entries'].map((name) => valueOf(form, name))).toEqual(['14', '4', '2']);
  });

  it('filters choices by other answers, in repeats by those of the same entry', async () => {
    const choices: readonly Row[] = [
      { list_name: 'towns', name: 'a', label: '甲', district: 'east' },
      { list_name: 'towns', name: 'b', label: '乙', district: 'west' },
      { list_name: 'districts', name: 'east', label: '东' },
      { list_name: 'districts', name: 'west', label: '西' },
    ];
    const form = await open({
      survey: [
        row('begin repeat', 'r'),
        row('select_one districts', 'district'),
        row('select_one towns', 'town', { choice_filter: 'district = ${district}' }),
        row('end repeat', 'r'),
      ],
      choices,
    });
    const repeat = form.tree().find((node) => node.kind === 'repeat');
    form.addInstance(repeat?.key ?? '');
    answer(form, 'r[1]/district', 'west');
    answer(form, 'r[2]/district', 'east');
    expect(question(form, 'r[1]/town')?.choices).toEqual([{ value: 'b', label: '乙' }]);
    expect(question(form, 'r[2]/town')?.choices).toEqual([{ value: 'a', label: '甲' }]);
  });

  it('reads CSV files by choices, pulldata() and instance()', async () => {
    const form = await open({
      survey: [
        row('select_one_from_file towns.csv', 'town', { parameters: 'value=code label=title' }),
        row('calculate', 'people', { calculation: "pulldata('towns', 'people', 'code', ${town})" }),
        row('calculate', 'title', { calculation: "instance('towns')/root/item[code = ${town}]/title" }),
      ],
      lists: {
        'towns.csv': {
          columns: ['code', 'title', 'people'],
          rows: [
            ['t1', '甲镇', '900'],
            ['t2', '乙镇', '80'],
          ],
        },
      },
    });
    expect(question(form, 'town')?.choices[1]).toEqual({ value: 't2', label: '乙镇' });
    answer(form, 'town', 't2');
    expect([valueOf(form, 'people'), valueOf(form, 'title')]).toEqual(['80', '乙镇']);
  });

  it('offers answers of a repeat as choices, and asks what "other" means', async () => {
    const form = await open({
      survey: [
        row('begin repeat', 'r'),
        row('text', 'name'),
        row('end repeat', 'r'),
        row('select_one ${name}', 'who'),
        row('select_multiple yn or_other', 'ok'),
        row('calculate', 'said', { calculation: '${ok_other}' }),
      ],
      choices: yesNo,
    });
    answer(form, 'r[1]/name', '林工');
    expect(question(form, 'who')?.choices.map(({ value }) => value)).toEqual(['林工']);
    expect(question(form, 'ok')?.choices.map(({ value }) => value)).toEqual(['yes', 'no', 'other']);
    expect(question(form, 'ok_other')).toBeUndefined();
    answer(form, 'ok', 'yes other');
    answer(form, 'ok_other', '暂缓');
    expect(valueOf(form, 'said')).toBe('暂缓');
  });

  it('takes the bounds of a range and a random order with a seed', async () => {
    const form = await open({
      survey: [
        row('range', 'n', { parameters: 'start=0 end=5 step=0.5' }),
        row('select_one yn', 'ok', { parameters: 'randomize=true, seed=42' }),
      ],
      choices: yesNo,
    });
    expect(question(form, 'n')?.bounds).toEqual({ start: 0, end: 5, step: 0.5 });
    expect(question(form, 'ok')?.choices).toHaveLength(2);
  });

  it('takes names and texts of any script, and what XML could take for its own', async () => {
    const form = await open({
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
    const form = await open({
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
      const form = await open({ survey, choices: yesNo });
      expect(`${name}: ${valueOf(form, 'c')}`).not.toBe(`${name}: undefined`);
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Row } from '../../../shared/records/checklist';
import { answer, question, valueOf } from './walk-form';
import { openSheets, row, yesNo } from './open-sheets';

describe('repeats and choices of an XLSForm in the engine', () => {
  it('sets defaults, fixed and computed, in new entries of a repeat too', async () => {
    const form = await openSheets({
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
    const form = await openSheets({
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
    const form = await openSheets({
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
    const form = await openSheets({
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
    const form = await openSheets({
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
    const form = await openSheets({
      survey: [
        row('range', 'n', { parameters: 'start=0 end=5 step=0.5' }),
        row('select_one yn', 'ok', { parameters: 'randomize=true, seed=42' }),
      ],
      choices: yesNo,
    });
    expect(question(form, 'n')?.bounds).toEqual({ start: 0, end: 5, step: 0.5 });
    expect(question(form, 'ok')?.choices).toHaveLength(2);
  });
});

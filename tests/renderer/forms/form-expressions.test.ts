import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../renderer/forms/form';
import { formXml, select } from './form-xml';
import { openForm } from './open-form';
import { answer, question, valueOf } from './walk-form';

describe('expressions of XPath 1.0 and ODK', () => {
  const calculate = async (
    expression: string,
    answers: Answers,
    types: Readonly<Record<string, string>> = {},
  ) => {
    const names = Object.keys(answers);
    const escaped = expression.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    const form = await openForm(
      formXml({
        instance: `${names.map((name) => `<${name}/>`).join('')}<result/>`,
        binds: `${names.map((name) => `<bind nodeset="/data/${name}" type="${types[name] ?? 'string'}"/>`).join('')}
          <bind nodeset="/data/result" type="string" calculate="${escaped}"/>`,
        body: names.map((name) => `<input ref="/data/${name}"><label>${name}</label></input>`).join(''),
      }),
      answers,
    );
    return valueOf(form, 'result');
  };

  it.each([
    ["selected(/data/a, 'y')", { a: 'x y' }, 'true'],
    ["selected(/data/a, 'y')", { a: 'xy' }, 'false'],
    ['count-selected(/data/a)', { a: 'x y z' }, '3'],
    ['selected-at(/data/a, 1)', { a: 'x y z' }, 'y'],
    ["if(/data/a > 3 and /data/a != 7, 'big', 'small')", { a: '5' }, 'big'],
    ["if(/data/a > 3 and /data/a != 7, 'big', 'small')", { a: '7' }, 'small'],
    ["coalesce(/data/a, 'none')", { a: '' }, 'none'],
    ["regex(/data/a, '^[0-9]{11}$')", { a: '13800000000' }, 'true'],
    ["regex(/data/a, '^[0-9]{11}$')", { a: '1380000000' }, 'false'],
    ["format-date(date(decimal-date-time(/data/a) + 10), '%Y-%m-%d')", { a: '2024-02-25' }, '2024-03-06'],
    ["int(decimal-date-time(/data/a) - decimal-date-time('2024-02-28'))", { a: '2024-03-01' }, '2'],
    ["date(/data/a) < date('2024-03-01')", { a: '2024-02-29' }, 'true'],
    ['round(/data/a div 3, 2)', { a: '10' }, '3.33'],
    ['/data/a mod 4', { a: '10' }, '2'],
    ['concat(string-length(/data/a), substr(/data/a, 0, 2))', { a: '防火门' }, '3防火'],
    ["contains(/data/a, '门') and starts-with(/data/a, '防')", { a: '防火门' }, 'true'],
    ["join('、', /data/a, /data/b)", { a: '甲', b: '乙' }, '甲、乙'],
    ['max(/data/a, /data/b)', { a: '3', b: '12' }, '12'],
    ['boolean-from-string(/data/a)', { a: '1' }, 'true'],
    ["translate(/data/a, 'ab', 'AB')", { a: 'abc' }, 'ABc'],
    ['/data/a + 1', { a: '' }, ''],
    ["/data/a = 'y' or not(/data/b = '')", { a: 'x', b: '' }, 'false'],
  ] as const)('%s', async (expression, answers, result) => {
    expect(await calculate(expression, answers)).toBe(result);
  });

  it('once() stays what it was when the sheet is opened again', async () => {
    const xml = formXml({
      instance: '<number/>',
      binds: '<bind nodeset="/data/number" type="string" calculate="once(random())"/>',
      body: '',
    });
    const first = valueOf(await openForm(xml), 'number') ?? '';
    expect(Number(first)).toBeGreaterThan(0);
    expect(valueOf(await openForm(xml, { number: first }), 'number')).toBe(first);
  });

  it('defaults come at the first filling alone, and what is known of the laptop is filled in', async () => {
    const xml = formXml({
      instance: '<who/><device/><day/><level>minor</level>',
      binds: `<bind nodeset="/data/who" type="string" jr:preload="property" jr:preloadParams="username"/>
        <bind nodeset="/data/device" type="string" jr:preload="property" jr:preloadParams="deviceid"/>
        <bind nodeset="/data/day" type="string"/><bind nodeset="/data/level" type="string"/>`,
      body: '<input ref="/data/day"><label>d</label></input><input ref="/data/level"><label>l</label></input>',
      actions: `<setvalue ref="/data/day" value="concat('D', 1 + 1)" event="odk-instance-first-load"/>`,
    });
    const first = await openForm(xml);
    expect([valueOf(first, 'who'), valueOf(first, 'device')]).toEqual(['周敏', 'laptop-1']);
    expect([valueOf(first, 'day'), valueOf(first, 'level')]).toEqual(['D2', 'minor']);
    const again = await openForm(xml, { day: '', level: '' });
    expect([valueOf(again, 'day'), valueOf(again, 'level')]).toEqual(['', '']);
  });

  it('choices are filtered by another answer', async () => {
    const form = await openForm(
      formXml({
        instance: '<state/><only/>',
        binds: '<bind nodeset="/data/state" type="string"/><bind nodeset="/data/only" type="string"/>',
        body: `${select('state')}<select1 ref="/data/only"><label>o</label>
          <itemset nodeset="instance('states')/root/item[name != /data/state]"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset>
        </select1>`,
      }),
    );
    answer(form, 'state', 'work');
    expect(question(form, 'only')?.choices.map((one) => one.value)).toEqual(['idle']);
  });

  it('a range, a ranking, a file and an acknowledgement are set as text and come back', async () => {
    const xml = formXml({
      instance: '<level/><order/><photo/><agreed/>',
      binds: `<bind nodeset="/data/level" type="int"/><bind nodeset="/data/order" type="odk:rank"/>
        <bind nodeset="/data/photo" type="binary"/><bind nodeset="/data/agreed" type="string"/>`,
      body: `<range ref="/data/level" start="0" end="10" step="2"><label>l</label></range>
        <odk:rank ref="/data/order"><label>o</label><itemset nodeset="instance('states')/root/item"><value ref="name"/>
          <label ref="jr:itext(itextId)"/></itemset></odk:rank>
        <upload ref="/data/photo" mediatype="image/*"><label>p</label></upload>
        <trigger ref="/data/agreed"><label>a</label></trigger>`,
    });
    const form = await openForm(xml);
    answer(form, 'level', '4');
    answer(form, 'order', 'idle work');
    answer(form, 'photo', '0190-attachment');
    answer(form, 'agreed', 'OK');
    const answers = Object.fromEntries(form.leaves().map((leaf) => [leaf.path, leaf.value]));
    expect(answers).toEqual({ level: '4', order: 'idle work', photo: '0190-attachment', agreed: 'OK' });
    const again = await openForm(xml, answers);
    expect(Object.fromEntries(again.leaves().map((leaf) => [leaf.path, leaf.value]))).toEqual(answers);
    expect(question(again, 'level')).toMatchObject({ type: 'range', bounds: { start: 0, end: 10, step: 2 } });
    expect(question(again, 'photo')).toMatchObject({ type: 'file', accept: 'image/*' });
    answer(again, 'photo', '');
    expect(valueOf(again, 'photo')).toBe('');
  });
});

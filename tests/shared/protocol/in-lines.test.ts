import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../shared/changes/change';
import { changeText } from '../../../shared/changes/change-text';
import { readChanges } from '../../../shared/changes/read-changes';
import { readInLines, writeInLines } from '../../../shared/protocol/in-lines';
import { noteChange } from '../../server/note-change';

const texts = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item));

describe('JSON with a line for each item of a list', () => {
  test('is JSON like any other, and is read as it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()), (head, items) => {
        delete head['list'];
        const text = writeInLines(head, 'list', texts(items));
        const whole = JSON.parse(text) as unknown;
        expect(whole).toEqual({
          ...(JSON.parse(JSON.stringify(head)) as object),
          list: JSON.parse(JSON.stringify(items)) as unknown,
        });
        expect(readInLines(text, 'list')).toEqual(whole);
      }),
    );
  });

  test('is left to others where it is written in another way', () => {
    const others = [
      '{"list":[]}',
      '{"list":[{"a":1},{"a":2}]}',
      '{"a":{"list":[\n1\n]}}',
      '{"a":{"list":[\n1\n]}',
      '{"other":[\n1\n]}',
      '{"list":[\n{"a":1,\n"b":2}\n]}',
      '{"list":[\n1,,\n2\n]}',
      '\n]}',
      'list',
      '',
    ];
    expect(others.map((text) => readInLines(text, 'list'))).toEqual(others.map(() => undefined));
  });

  test('keeps the text of a change that is read as it is, and of no other', () => {
    const change = noteChange({ text: '第一行\n“引号”\\ \u2028' });
    const spaced = `{ "id": "spaced", ${JSON.stringify(noteChange())
      .slice(1)
      .replace(/"id":"[^"]*",/, '')}`;
    const more = JSON.stringify({ ...noteChange({ id: 'more' }), smuggled: 1 });
    const within = JSON.stringify({
      ...noteChange({ id: 'within' }),
      fields: { text: { value: '', replaces: [], smuggled: 1 } },
    });
    const broken = `{"id":"broken",\t"at":\n"",${JSON.stringify(noteChange())
      .slice(1)
      .replace(/"(id|at)":"[^"]*",?/g, '')
      .replace(/,\}$/, '}')}`;
    const text = writeInLines({}, 'changes', [JSON.stringify(change), spaced, more, within, broken]);
    const body = readInLines(text, 'changes') as { readonly changes: readonly Change[] };
    const { read } = readChanges(body.changes);
    expect(read.map((one) => one.id)).toEqual([change.id, 'spaced', 'more', 'within', 'broken']);
    expect(changeText(read[0]!)).toBe(JSON.stringify(change));
    expect(changeText(read[1]!)).toBe(spaced);
    const rest = read.slice(2).map((one) => changeText(one));
    expect(rest.join()).not.toMatch(/smuggled|\n/);
    expect(rest.map((one) => JSON.parse(one) as Change)).toEqual(read.slice(2));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyChange, Change } from '../../../shared/changes/change';
import { changeText, hasText } from '../../../shared/changes/change-text';
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
      '{"x\\"list":[\n1\n]}',
      '{"list":[\n{"a":1,\n"b":2}\n]}',
      '{"list":[\n1,,\n2\n]}',
      '\n]}',
      'list',
      '',
    ];
    expect(others.map((text) => readInLines(text, 'list'))).toEqual(others.map(() => undefined));
  });

  test('keeps the text of a change that is read as it is', () => {
    const change = noteChange({ text: '第一行“引号” \u2028' });
    const [read] = readAll([JSON.stringify(change)]);
    expect(hasText(read!)).toBe(true);
    expect(changeText(read!)).toBe(JSON.stringify(change));
  });

  test('keeps no text that says more, or the same in another way: each is written anew', () => {
    const plain = JSON.stringify({ ...noteChange({ id: 'plain' }), author: 'x' });
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const edit = '"text":{"value":"a","replaces":[]';
    const hostile = {
      shadowed: plain.replace('{', `{"author":${deep},`),
      otherId: plain.replace('{', '{"id":"held-1","scope":"tour-9",'),
      spaced: plain.replace('"scope":', '"scope": '),
      escaped: plain.replace('"tour-1"', String.raw`"\u0074our-1"`),
      broken: plain.replace('"author":', '"author":\n'),
      smuggled: plain.replace('{', '{"smuggled":1,'),
      within: plain.replace('"replaces":[]', '"replaces":[],"smuggled":1'),
      proto: plain.replace('{', '{"__proto__":1,'),
      seen: plain.replace(
        /"text":\{[^}]*/,
        `${edit},"base":{"text":"","seen":{"__proto__":${deep}},"own":1}`,
      ),
      number: plain.replace(/"text":\{[^}]*/, `${edit},"base":{"text":"","seen":{"a":1e3},"own":1}`),
    };
    const read = readAll(Object.values(hostile));
    expect(read).toHaveLength(Object.keys(hostile).length);
    const strange = read.filter(
      (one) =>
        /held-1|tour-9|smuggled|__proto__|\[\[|\s|\\u|:1e3/.test(changeText(one)) ||
        changeText(one).length > 1000,
    );
    expect(strange).toEqual([]);
    expect(JSON.stringify(read)).not.toMatch(/smuggled|__proto__|\[\[/);
    expect(read.map(({ id, scope, author }) => [id, scope, author])).toEqual(
      read.map(() => ['plain', 'tour-1', 'x']),
    );
  });
});

function readAll(lines: readonly string[]): readonly Change[] {
  const body = readInLines(writeInLines({}, 'changes', lines), 'changes') as {
    readonly changes: AnyChange[];
  };
  return readChanges(body.changes).read;
}

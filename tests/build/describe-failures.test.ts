import { describe, expect, test } from 'vitest';
import { describeFailure, summariseFailures } from '../../build/steps/describe-failures';

const red = '\u001B[31m';

describe('what a failed test leaves in the log', () => {
  test('a short failure stands there whole, without colours', () => {
    expect(describeFailure({ title: 'kill.spec.ts › a kill', message: `${red}lost\u001B[0m a note` })).toBe(
      '✗ kill.spec.ts › a kill\nlost a note',
    );
  });

  test('a long one stays below 5,000 characters and says how long it is', () => {
    const text = describeFailure({ title: 'a kill', message: `first words${'x'.repeat(20_000)}` });
    expect(text.length).toBeLessThanOrEqual(5000);
    expect(text).toMatch(/^✗ a kill\nfirst words/);
    expect(text).toMatch(/\(20020 characters in all\)$/);
  });

  test('the summary has each failure with its title, its place and at most fifteen lines, none of them endless', () => {
    const message = Array.from({ length: 90 }, (_, n) => `${red}line ${n} ${'y'.repeat(1000)}`).join('\n\n');
    const summary = summariseFailures([
      { title: 'sync.spec.ts › a lost reply', message },
      { title: 'the other', message: 'Error: short\n  at tests/a/kill.spec.ts:70:61' },
    ]).split('\n');
    expect(summary).toHaveLength(15 + 3);
    expect(summary[0]).toBe('✗ sync.spec.ts › a lost reply');
    expect(summary[1]).toMatch(/^ {4}line 0 y+…$/);
    expect(summary.slice(15)).toEqual([
      '✗ the other kill.spec.ts:70',
      '    Error: short',
      '      at tests/a/kill.spec.ts:70:61',
    ]);
    expect(Math.max(...summary.map((line) => line.length))).toBeLessThan(320);
  });

  test('what passed at its second try stands there with a sign of its own', () => {
    const failure = { title: 'sync.spec.ts › a reply', message: 'late' };
    expect(describeFailure(failure, '~')).toBe('~ sync.spec.ts › a reply\nlate');
    expect(summariseFailures([failure], '~')).toBe('~ sync.spec.ts › a reply\n    late');
  });
});

import { describe, expect, it } from 'vitest';
import { evaluateRelevant } from '../../../shared/checklists/evaluate-relevant';

function item(name: string, relevant = '') {
  return { name, relevant };
}

/** Whether an item with this expression is asked, given the answers. */
function asked(relevant: string, answers: Parameters<typeof evaluateRelevant>[1]): boolean {
  const names = Object.keys(answers);
  const items = [...names.map((name) => item(name)), item('question', relevant)];
  const { visible, faults } = evaluateRelevant(items, answers);
  expect(faults).toEqual([]);
  return visible.has('question');
}

describe('evaluateRelevant', () => {
  it('asks an item without a condition', () => {
    expect(asked('', {})).toBe(true);
  });

  it('compares an answer with text in either kind of quotes', () => {
    expect(asked("${permit} = 'no'", { permit: 'no' })).toBe(true);
    expect(asked('${permit} = "no"', { permit: 'yes' })).toBe(false);
    expect(asked("${permit} != 'no'", { permit: 'yes' })).toBe(true);
  });

  it('takes an answer that is not there as empty', () => {
    expect(asked("${permit} = 'no'", {})).toBe(false);
    expect(asked("${permit} = ''", {})).toBe(true);
    expect(asked('${days} > 3', {})).toBe(false);
    expect(asked('${days} < 3', {})).toBe(false);
  });

  it('compares numbers as numbers, also where they were typed as text', () => {
    expect(asked('${days} > 15', { days: 9 })).toBe(false);
    expect(asked('${days} >= 15', { days: '15' })).toBe(true);
    expect(asked('${days} <= 1.5', { days: 1.5 })).toBe(true);
    expect(asked('${days} = 10', { days: '10.0' })).toBe(true);
    expect(asked('${change} < -2', { change: -3 })).toBe(true);
  });

  it('binds and closer than or, and brackets closest', () => {
    const answers = { a: 'x', b: 'x', c: 'y' };
    expect(asked("${a} = 'x' or ${b} = 'y' and ${c} = 'x'", answers)).toBe(true);
    expect(asked("(${a} = 'x' or ${b} = 'y') and ${c} = 'x'", answers)).toBe(false);
  });

  it('knows not and selected, on lists and on names parted by spaces', () => {
    expect(asked("selected(${work}, 'hot_work')", { work: ['height', 'hot_work'] })).toBe(true);
    expect(asked("selected(${work}, 'hot')", { work: ['hot_work'] })).toBe(false);
    expect(asked("selected(${work}, 'height')", { work: 'hot_work height' })).toBe(true);
    expect(asked("not(selected(${work}, 'none'))", { work: ['none'] })).toBe(false);
  });

  it('counts the answer of an item that is not asked as empty', () => {
    const items = [item('progress'), item('days', "${progress} = 'behind'"), item('reason', '${days} > 15')];
    const late = { progress: 'behind', days: 20 };
    expect([...evaluateRelevant(items, late).visible]).toEqual(['progress', 'days', 'reason']);
    expect([...evaluateRelevant(items, { ...late, progress: 'ahead' }).visible]).toEqual(['progress']);
  });

  it('follows a reference to an item that stands further down', () => {
    const items = [item('first', '${last} = 1'), item('last')];
    expect(evaluateRelevant(items, { last: 1 }).visible.has('first')).toBe(true);
  });

  it('ends on items that depend on each other in a circle', () => {
    const items = [item('a', "${b} = ''"), item('b', "${a} = ''")];
    expect(evaluateRelevant(items, {}).visible.size).toBeGreaterThan(0);
  });

  it.each(
    [
      'count(${a}) > 1',
      "${a} = 'x' ${b}",
      '${a} +',
      "regex(., 'x')",
      "(${a} = 'x'",
      '',
      "${a} = 'x'; drop",
    ].filter(Boolean),
  )('keeps an item visible and names it when it does not understand %s', (relevant) => {
    const { visible, faults } = evaluateRelevant([item('q', relevant)], {});
    expect(visible.has('q')).toBe(true);
    expect(faults).toEqual([{ item: 'q', expression: relevant }]);
  });
});

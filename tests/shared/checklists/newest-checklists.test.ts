import { describe, expect, it } from 'vitest';
import { fittingAnswers } from '../../../shared/checklists/fitting-answers';
import { newestChecklists } from '../../../shared/checklists/newest-checklists';
import { checklistSchema } from '../../../shared/records/checklist';

const version = (id: string, family: string, number: string, more: object = {}) =>
  checklistSchema.parse({ id, family, version: number, title: id, ...more });

describe('versions of checklists', () => {
  it('offers the newest published one of each family, by number and not by letter', () => {
    const all = [
      version('a', '', '9'),
      version('a10', 'a', '10'),
      version('a11', 'a', '11', { draft: true }),
      version('a12', 'a', '12', { deleted: true }),
      version('b', '', '1'),
    ];
    expect(newestChecklists(all).map((one) => one.id)).toEqual(['a10', 'b']);
  });

  it('takes over answers to the same question with choices that are still there, and names the others', () => {
    const choices = ['x', 'y', 'z'].map((name) => ({ list_name: 'l', name }));
    const from = version('a', '', '1', {
      survey: [
        { type: 'select_multiple l', name: 'many' },
        { type: 'select_one l', name: 'one' },
        { type: 'integer', name: 'count' },
        { type: 'begin repeat', name: 'r' },
        { type: 'text', name: 'what' },
        { type: 'end repeat' },
      ],
      choices,
    });
    const to = version('a2', 'a', '2', {
      survey: [
        { type: 'select_multiple l', name: 'many' },
        { type: 'select_one l', name: 'one' },
        { type: 'text', name: 'count' },
        { type: 'begin repeat', name: 'r' },
        { type: 'text', name: 'what' },
        { type: 'end repeat' },
      ],
      choices: choices.slice(0, 2),
    });
    const answers = { many: 'x y', one: 'z', count: '4', 'r[2]/what': '电缆', gone: 'x', empty: '' };
    expect(fittingAnswers(answers, from, to)).toEqual({
      kept: { many: 'x y', 'r[2]/what': '电缆' },
      left: ['one', 'count', 'gone'],
    });
  });
});

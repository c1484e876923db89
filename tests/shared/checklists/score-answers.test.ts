import { describe, expect, it } from 'vitest';
import { failedPaths, scoreAnswers } from '../../../shared/checklists/score-answers';
import { checklistSchema } from '../../../shared/records/checklist';

const rating = [
  { list_name: 'rating', name: 'pass', xunji_points: '10' },
  { list_name: 'rating', name: 'half', xunji_points: '2.5' },
  { list_name: 'rating', name: 'fail', xunji_points: '0' },
  { list_name: 'rating', name: 'na', xunji_points: 'NA' },
];
const checklist = checklistSchema.parse({
  id: 'c',
  survey: [
    { type: 'select_one rating', name: 'exits', xunji_weight: '2' },
    { type: 'begin group', name: 'site' },
    { type: 'select_one rating', name: 'lamps' },
    { type: 'begin repeat', name: 'floor' },
    { type: 'select_one rating', name: 'rails' },
    { type: 'end repeat' },
    { type: 'end group' },
    { type: 'select_multiple extras', name: 'extras' },
    { type: 'select_one plain', name: 'plain' },
    { type: 'text', name: 'words' },
  ],
  choices: [
    ...rating,
    { list_name: 'extras', name: 'a', xunji_points: '1' },
    { list_name: 'extras', name: 'b', xunji_points: '3' },
    { list_name: 'extras', name: 'c', xunji_points: '-1' },
    { list_name: 'plain', name: 'yes' },
  ],
});

const score = (answers: Readonly<Record<string, string>>) =>
  scoreAnswers(
    checklist,
    Object.entries(answers).map(([path, value]) => ({ path, value })),
  );

describe('the score of a checklist', () => {
  it('adds points times weight, of the full marks', () => {
    expect(score({ exits: 'half', 'site/lamps': 'pass' })).toEqual({
      points: 15,
      full: 30,
      percent: 50,
      open: 0,
    });
  });

  it('leaves what does not apply out of both', () => {
    expect(score({ exits: 'na', 'site/lamps': 'half' })).toEqual({
      points: 2.5,
      full: 10,
      percent: 25,
      open: 0,
    });
    expect(score({ exits: 'na' })).toEqual({ points: 0, full: 0, percent: null, open: 0 });
  });

  it('counts what is asked and not answered as open, and nothing that is not asked', () => {
    expect(score({ exits: '', 'site/lamps': 'pass' })).toEqual({
      points: 10,
      full: 10,
      percent: 100,
      open: 1,
    });
  });

  it('counts every instance of a repeat', () => {
    expect(score({ 'site/floor[1]/rails': 'pass', 'site/floor[2]/rails': 'fail' })).toMatchObject({
      points: 10,
      full: 20,
    });
  });

  it('adds what several chosen answers earn, never above the full mark', () => {
    expect(score({ extras: 'a b' })).toMatchObject({ points: 4, full: 4 });
    expect(score({ extras: 'b c' })).toMatchObject({ points: 2, full: 4 });
  });

  it('is none for a checklist without points, and says nothing about questions without', () => {
    expect(score({ plain: 'yes', words: '10' })).toMatchObject({ full: 0, open: 0 });
    expect(
      scoreAnswers(checklistSchema.parse({ id: 'd', survey: [{ type: 'text', name: 'x' }] }), []),
    ).toBeNull();
  });

  it('knows what failed', () => {
    const failed = failedPaths(checklist, [
      { path: 'exits', value: 'fail' },
      { path: 'site/lamps', value: 'half' },
      { path: 'site/floor[2]/rails', value: 'fail' },
      { path: 'site/floor[1]/rails', value: 'na' },
    ]);
    expect([...failed]).toEqual(['exits', 'site/floor[2]/rails']);
  });
});

import { expect, it } from 'vitest';
import { answerSinceChanged } from '../../../shared/checklists/answer-since-changed';
import { checklistSchema } from '../../../shared/records/checklist';

const checklist = checklistSchema.parse({
  id: 'list',
  survey: [
    {
      type: 'select_one rating',
      name: 'exits',
      'label::中文 (zh)': '通道是否畅通',
      'label::English (en)': 'Exits?',
    },
    { type: 'text', name: 'why', 'label::中文 (zh)': '原因' },
  ],
  choices: [
    { list_name: 'rating', name: 'pass', 'label::中文 (zh)': '合格', 'label::English (en)': 'Pass' },
    { list_name: 'rating', name: 'fail', 'label::中文 (zh)': '不合格', 'label::English (en)': 'Fail' },
  ],
});
const now = (text: string, answers: object, item = 'exits') =>
  answerSinceChanged({ text, item }, { answers: answers as never }, checklist);

it('an issue that still tells the old choice is told the new one, in both languages', () => {
  expect(now('通道是否畅通：不合格', { exits: 'pass' })).toEqual({ zh: '合格', en: 'Pass' });
  expect(now('Exits?: Fail', { exits: 'pass' })).toEqual({ zh: '合格', en: 'Pass' });
  expect(now('通道是否畅通：不合格', {})).toEqual({ zh: '', en: '' });
});

it('nothing is said of the same choice, of words that somebody made anew, and of items without choices', () => {
  expect(now('通道是否畅通：不合格', { exits: 'fail' })).toBeNull();
  expect(now('通道被原料堵塞，不合格', { exits: 'pass' })).toBeNull();
  expect(now('原因：堆料', { why: '已清理' }, 'why')).toBeNull();
  expect(
    answerSinceChanged({ text: '通道是否畅通：不合格', item: 'exits' }, undefined, checklist),
  ).toBeNull();
});

import { expect, it } from 'vitest';
import { unansweredRequired } from '../../../shared/checklists/unanswered-required';
import { answerSheetSchema } from '../../../shared/records/answer-sheet';
import { checklistSchema } from '../../../shared/records/checklist';

const checklist = checklistSchema.parse({
  id: 'c1',
  title: '隐患排查表',
  survey: [
    { type: 'select_one yes_no', name: 'permit', required: 'yes' },
    { type: 'text', name: 'number', required: 'yes', relevant: "${permit} = 'yes'" },
    { type: 'text', name: 'other' },
    { type: 'begin group', name: 'safety' },
    { type: 'text', name: 'exits', required: 'true()' },
    { type: 'end group', name: 'safety' },
    { type: 'begin repeat', name: 'hazards' },
    { type: 'text', name: 'where', required: 'yes' },
    { type: 'end repeat', name: 'hazards' },
    { type: 'text', name: 'late', required: 'yes', relevant: 'weird(${permit})' },
    { type: 'note', name: 'word', required: 'yes' },
  ],
});
const open = (answers: object, hidden: object = {}) =>
  unansweredRequired(checklist, answerSheetSchema.parse({ id: 's1', tour: 't1', answers, hidden })).map(
    ({ key }) => key,
  );

it('asks for what the form asks and demands, in groups too', () => {
  expect(open({})).toEqual(['permit', 'safety/exits']);
  expect(open({ permit: 'yes' })).toEqual(['number', 'safety/exits']);
  expect(open({ permit: 'yes', number: '12', 'safety/exits': '畅通' })).toEqual([]);
});

it('asks for nothing that another answer hides, that stands in a repeat, or whose condition it does not understand', () => {
  expect(open({ permit: 'no', 'safety/exits': '畅通' })).toEqual([]);
});

it('counts an empty answer as none, and asks for nothing of which the form said that it is not asked', () => {
  expect(open({ permit: '', 'safety/exits': '畅通' })).toEqual(['permit']);
  expect(open({ 'safety/exits': '畅通' }, { permit: 'yes' })).toEqual([]);
});

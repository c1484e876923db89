import { expect, it } from 'vitest';
import { editsOf } from '../../../renderer/data/undo-entry';

it('takes a mark away that a form made, instead of leaving an empty one that would still hide the answer', () => {
  const target = { kind: 'answerSheet', record: 'sheet-1', tour: 't1', before: undefined } as const;
  const steps = [
    { ...target, field: 'answers.lane', after: 'blocked' },
    { ...target, field: 'hidden.why', after: 'yes' },
  ];
  const [edit] = editsOf({ at: 0, steps, born: new Set(), title: '' }, 'undo');
  expect(edit?.values).toEqual({ 'answers.lane': '', 'hidden.why': null });
});

import { expect, it } from 'vitest';
import { answerSheetId } from '../../../shared/checklists/answer-sheet-id';
import { idSchema } from '../../../shared/ids/id';

it('is the same on every laptop and an id that travels', () => {
  const id = answerSheetId('019a-stop', '019a-list');
  expect(id).toBe(answerSheetId('019a-stop', '019a-list'));
  expect(idSchema.safeParse(id).success).toBe(true);
});

it('differs for every pair of stop and checklist', () => {
  const pairs = Array.from({ length: 2000 }, (_, index) => answerSheetId(`stop-${index}`, 'list'));
  expect(new Set([...pairs, answerSheetId('list', 'stop-1')]).size).toBe(2001);
});

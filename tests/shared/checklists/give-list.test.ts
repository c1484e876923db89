import { expect, it } from 'vitest';
import { giveList } from '../../../shared/checklists/give-list';
import { checklistSchema } from '../../../shared/records/checklist';

const table = { columns: ['name', 'label'], rows: [['a', '甲']] };
const asked = { type: 'select_one_from_file old.csv', name: 'kind', label: '品种' };
const other = { type: 'integer', name: 'count', label: '数量' };
const draftOf = (...survey: Readonly<Record<string, string>>[]) => ({
  ...checklistSchema.parse({ id: 'k1', lists: { 'old.csv': table } }),
  survey,
});
const given = { ...asked, type: 'select_one_from_file new.csv' };

it('a question has its file, and the file before goes with its last question', () => {
  expect(giveList(draftOf(asked, other), { row: asked, index: 0 }, 'new.csv', table)).toEqual({
    survey: [given, other],
    lists: { 'new.csv': table },
  });
  const second = { ...asked, name: 'second' };
  const { lists } = giveList(draftOf(asked, second), { row: asked, index: 0 }, 'new.csv', table);
  expect(Object.keys(lists ?? {})).toEqual(['old.csv', 'new.csv']);
});

it('what was typed or moved while the file was read stays', () => {
  const typed = { ...asked, label: '主要品种' };
  expect(giveList(draftOf(typed, other), { row: asked, index: 0 }, 'new.csv', table).survey).toEqual([
    { ...given, label: '主要品种' },
    other,
  ]);
  expect(giveList(draftOf(other, asked), { row: asked, index: 0 }, 'new.csv', table).survey).toEqual([
    other,
    given,
  ]);
});

it('a question that is gone takes no other one with it', () => {
  expect(giveList(draftOf(other), { row: asked, index: 0 }, 'new.csv', table)).toEqual({});
});

import { describe, expect, it } from 'vitest';
import {
  insertRows,
  moveRow,
  placeRow,
  removeRow,
  renameRow,
  surveyLines,
} from '../../../shared/checklists/edit-survey';

const q = (name: string) => ({ type: 'text', name });
const survey = [q('a'), { type: 'begin_group', name: 'g' }, q('b'), q('c'), { type: 'end_group' }, q('d')];
const names = (rows: readonly { readonly [head: string]: string }[]) =>
  rows.map((row) => row['name'] ?? row['type']).join(' ');

describe('rows of a survey', () => {
  it('stand as deep as their groups, and a group reaches to its end', () => {
    expect(surveyLines(survey).map(({ depth, last }) => [depth, last])).toEqual([
      [0, 0],
      [0, 4],
      [1, 2],
      [1, 3],
      [0, 4],
      [0, 5],
    ]);
  });

  it('go into a group and out of it', () => {
    const into = moveRow(survey, 0, 1);
    expect(into && names(into.survey)).toBe('g a b c end_group d');
    expect(into?.index).toBe(1);
    const out = moveRow(survey, 3, 1);
    expect(out && names(out.survey)).toBe('a g b end_group c d');
    const back = into && moveRow(into.survey, 1, -1);
    expect(back?.survey).toEqual(survey);
  });

  it('take a whole group along', () => {
    const up = moveRow(survey, 1, -1);
    expect(up && names(up.survey)).toBe('g b c end_group a d');
    const down = moveRow(survey, 1, 1);
    expect(down && names(down.survey)).toBe('a d g b c end_group');
    expect(down?.index).toBe(2);
  });

  it('never leave a group without its end, nor stand in themselves', () => {
    expect(moveRow(survey, 4, -1)).toBeNull();
    expect(moveRow(survey, 0, -1)).toBeNull();
    expect(moveRow(survey, 5, 1)).toBeNull();
    expect(placeRow(survey, 1, 3)).toBeNull();
    expect(names(placeRow(survey, 5, 2)?.survey ?? [])).toBe('a g d b c end_group');
  });

  it('go with their group, and come behind the row at hand', () => {
    expect(names(removeRow(survey, 1))).toBe('a d');
    expect(removeRow(survey, 4)).toBe(survey);
    expect(names(insertRows(survey, 1, [q('x')]))).toBe('a g x b c end_group d');
    expect(names(insertRows([], -1, [q('x')]))).toBe('x');
  });

  it('are renamed where they are named', () => {
    const rows = [q('a'), { type: 'text', name: 'b', relevant: "${a} = '$&' and ${ab} = 1" }];
    expect(renameRow(rows, 0, 'z')).toEqual([
      q('z'),
      { type: 'text', name: 'b', relevant: "${z} = '$&' and ${ab} = 1" },
    ]);
    const twice = [...rows, q('a')];
    expect(renameRow(twice, 0, 'z')[1]).toEqual(rows[1]);
  });
});

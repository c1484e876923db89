import { expect, it } from 'vitest';
import { checkChange } from '../../../shared/changes/check-change';
import { makeChange } from '../../../shared/changes/make-change';
import { merge } from '../../../shared/changes/merge';
import { project } from '../../../shared/changes/project';
import type { RecordState } from '../../../shared/changes/record-state';
import type { Json } from '../../../shared/json';
import { checklistItems } from '../../../shared/checklists/checklist-items';
import { checkForm } from '../../../shared/xlsform/check-form';

const author = {
  name: '周敏',
  device: 'laptop-1',
  clock: () => 0,
  random: (size: number) => new Uint8Array(size),
};
const yesNo = [
  { name: 'yes', label: { zh: '是', en: 'Yes' } },
  { name: 'no', label: { zh: '否', en: 'No' } },
];
const items: Json = [
  {
    name: 'permit',
    type: 'select_one',
    label: { zh: '手续是否齐全', en: 'Permits?' },
    required: true,
    relevant: '',
    choices: yesNo,
  },
  { name: 'why', type: 'text', label: { zh: '缺什么', en: '' }, relevant: "${permit} = 'no'", choices: [] },
  { name: 'fire', type: 'select_one', label: { zh: '通道是否畅通', en: '' }, choices: yesNo },
];
const target = { kind: 'checklist', record: 'list-1', tour: 'office' } as const;
const projected = (state: RecordState) => project({ ...state, kind: 'checklist' as const });

it('a checklist of the first version, with its items, is read as the rows that it would have now', () => {
  const change = makeChange(author, target, undefined, { title: '旧检查表', version: '3', items });
  expect(checkChange(change)).toEqual([]);
  const checklist = projected(merge(undefined, change));
  expect(checklist).toMatchObject({ title: '旧检查表', version: '3' });
  expect(checklist?.survey.map((row) => [row['type'], row['name']])).toEqual([
    ['select_one permit', 'permit'],
    ['text', 'why'],
    ['select_one permit', 'fire'],
  ]);
  expect(checklist && checklistItems(checklist).map(({ label }) => label.zh)).toEqual([
    '手续是否齐全',
    '缺什么',
    '通道是否畅通',
  ]);
  expect(checklist && checkForm(checklist).faults).toEqual([]);
});

it('rows that were given since count, and items that are none are passed over', () => {
  const first = makeChange(author, target, undefined, { title: '旧检查表', items });
  const state = merge(undefined, first);
  const rows = [{ type: 'text', name: 'only', label: '一题' }];
  expect(
    projected(merge(state, { ...makeChange(author, target, state, { survey: rows }), id: 'later' }))?.survey,
  ).toEqual(rows);
  const broken = makeChange(author, target, undefined, { title: '坏', items: [{ name: 'x' }] });
  expect(checkChange(broken)).toEqual(['items']);
  expect(projected(merge(undefined, broken))?.survey).toEqual([]);
});

import { expect } from 'vitest';
import type { Form } from '../../../renderer/forms/form';
import { loadForm } from '../../../renderer/forms/load-form';
import { type Row, checklistSchema } from '../../../shared/records/checklist';
import { checkForm } from '../../../shared/xlsform/check-form';
import { writeXform } from '../../../shared/xlsform/write-xform';
import { testId } from './walk-form';

interface Sheets {
  readonly survey: readonly Row[];
  readonly choices?: readonly Row[];
  readonly settings?: Row;
  readonly lists?: object;
}

/** A form of these rows, filled in for the first time by the engine of the app. */
export async function openSheets(sheets: Sheets): Promise<Form> {
  const checklist = checklistSchema.parse({ id: 'form', title: '表', ...sheets });
  expect(checkForm(checklist).faults).toEqual([]);
  const xform = writeXform(checklist);
  if (!xform.ok) throw new Error(JSON.stringify(xform.problem));
  const loaded = await loadForm(xform.value, null, {
    language: 'zh',
    deviceID: 'laptop-1',
    username: '周敏',
    newId: testId,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  return loaded.value;
}

/** A row of the survey whose label is its name. */
export const row = (type: string, name: string, more: Row = {}): Row => ({
  type,
  name,
  label: name,
  ...more,
});
export const yesNo = [
  { list_name: 'yn', name: 'yes', label: '是' },
  { list_name: 'yn', name: 'no', label: '否' },
];

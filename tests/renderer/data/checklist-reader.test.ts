import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { type ChecklistReader, openChecklistReader } from '../../../renderer/data/checklist-reader';
import { useFormCheck } from '../../../renderer/features/checklists/use-form-check';
import { type Checklist, type Row, checklistSchema } from '../../../shared/records/checklist';
import { checkForm } from '../../../shared/xlsform/check-form';

const list = { columns: ['name_key', 'name'], rows: [['mango', '芒果']] };

/** A question from a list whose columns are named by its parameters; without them they are sought as `name` and `label`. */
const question = (parameters: string): Row => ({
  type: 'select_one_from_file fruits.csv',
  name: 'fruit',
  label: '品种',
  parameters,
});

const checklist = (parameters: string, others: readonly Row[] = []): Checklist =>
  checklistSchema.parse({
    id: 'k1',
    draft: true,
    survey: [question(parameters), ...others],
    lists: { 'fruits.csv': list },
  });

const faulty = checklist('');
const mended = checklist('value=name_key label=name');

let end = () => {};
afterEach(() => end());

it('each question has the answer of its own, also where it is asked before the last one is answered', async () => {
  const reader: ChecklistReader = openChecklistReader();
  end = () => reader.close();
  const [first, second, third] = await Promise.all(
    [faulty, mended, faulty].map((each) => reader.check(each)),
  );
  expect(checkForm(faulty).faults).not.toEqual([]);
  expect(first).toEqual(checkForm(faulty));
  expect(second).toEqual(checkForm(mended));
  expect(third).toEqual(first);
});

it('what no longer matters is not asked at all', async () => {
  const reader = openChecklistReader();
  end = () => reader.close();
  let isWanted = true;
  const first = reader.check(faulty);
  const second = reader.check(faulty, () => isWanted);
  isWanted = false;
  expect(await second).toBeNull();
  expect(await first).toEqual(checkForm(faulty));
});

it('what is shown of a form is of its last edit, however long the check before it takes', async () => {
  // Some 100 ms of work: the next edit comes and is checked within that time.
  const many = Array.from({ length: 3000 }, (_, at) => ({
    type: 'integer',
    name: `q${at}`,
    label: `${at}`,
    relevant: `\${fruit} = 'mango' and ${at} > 1`,
  }));
  const told: string[] = [];
  const Shown = ({ draft }: { readonly draft: Checklist }) => {
    const check = useFormCheck(draft);
    useEffect(() => void told.push(check ? check.faults.map(({ zh }) => zh).join('') : '…'), [check]);
    return null;
  };
  const root = createRoot(document.createElement('div'));
  end = () => root.unmount();
  const slow = checklist('', many);
  for (let at = 0; at < 4; at += 1) {
    root.render(createElement(Shown, { draft: { ...slow, title: `${at}` } }));
    await new Promise((resolve) => setTimeout(resolve, 260));
  }
  root.render(createElement(Shown, { draft: mended }));
  await vi.waitFor(() => expect(told.at(-1)).toBe(''), { timeout: 10_000 });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(told.at(-1)).toBe('');
});

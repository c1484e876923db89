import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Checklist } from '../../../shared/records/checklist';
import { officeScope } from '../../../shared/records/record-schemas';
import type { Problem } from '../../../shared/problems';
import { cellOf } from '../../../shared/xlsform/cell-of';
import { type ListReading, readList } from '../../../shared/xlsform/read-list';
import { type ChecklistRead, type ChecklistReader, openChecklistReader } from '../../data/checklist-reader';
import { openTable } from '../../data/open-table';
import { useStore } from '../../data/store-context';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { copyChecklist } from './copy-checklist';
import { type Family, listFamilies } from './list-families';

export type ImportStep =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'read'; readonly file: string; readonly answer: ChecklistRead };

/** An XLSForm's way into the app: chosen, its CSV files asked for, read as a whole, and only then kept, as a draft. */
export function useImportXlsform(checklists: readonly Checklist[], onClose: () => void) {
  const store = useStore();
  const navigate = useNavigate();
  const once = useOneAtATime();
  const [step, setStep] = useState<ImportStep>({ kind: 'reading' });
  const reader = useRef<ChecklistReader>(undefined);
  const lists = useRef<Readonly<Record<string, ListReading>>>({});
  useEffect(() => () => reader.current?.close(), []);

  async function read(file: string) {
    const title = file.replace(/\.[^.]*$/, '');
    const answer = await reader.current?.read(store.newId(), title, lists.current);
    if (answer) setStep({ kind: 'read', file, answer });
  }

  async function choose() {
    setStep({ kind: 'reading' });
    const opened = await openTable('xlsform');
    if (!opened.ok) return setStep({ kind: 'failed', problem: opened.problem });
    if (opened.value.kind === 'canceled') return onClose();
    reader.current?.close();
    reader.current = openChecklistReader();
    lists.current = {};
    await reader.current.give(opened.value.workbook);
    await read(opened.value.file);
  }

  async function addList(file: string, name: string) {
    const opened = await openTable('list');
    if (!opened.ok) return setStep({ kind: 'failed', problem: opened.problem });
    if (opened.value.kind === 'canceled') return;
    lists.current = { ...lists.current, [name]: readList(name, opened.value.workbook) };
    await read(file);
  }

  const answer = step.kind === 'read' ? step.answer : null;
  const found = answer?.reading.checklist ?? null;
  const family = found ? familyLike(found, checklists) : undefined;

  async function confirm() {
    if (!found) return;
    const values = copyChecklist(found, { family: family?.id ?? '', version: found.version });
    const saved = await store.save([{ kind: 'checklist', id: found.id, tour: officeScope, values }]);
    if (!saved.ok) return setStep({ kind: 'failed', problem: saved.problem });
    onClose();
    await navigate(`/checklists/${found.id}`);
  }

  return { step, family, choose: () => void choose(), addList, confirm: () => once(confirm) };
}

/** The checklist whose next version a form is: that of its form_id, where nobody is at work on a draft of it. */
function familyLike(checklist: Checklist, checklists: readonly Checklist[]): Family | undefined {
  const formId = cellOf(checklist.settings, 'form_id');
  if (formId === '') return undefined;
  return listFamilies(checklists).find(
    ({ published, draft }) => published && !draft && cellOf(published.settings, 'form_id') === formId,
  );
}

import { startTransition, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Problem } from '../../../shared/problems';
import type { TourFileFault } from '../../../shared/tour-file/list-reference-faults';
import { callBridge } from '../../data/call-bridge';
import { type TourFileReading, compareTourFile } from '../../data/compare-tour-file';
import { openTable } from '../../data/open-table';
import type { Edit } from '../../data/store';
import { useStore } from '../../data/store-context';

export type TourFileStep =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'faulty'; readonly file: string; readonly faults: readonly TourFileFault[] }
  | {
      readonly kind: 'preview';
      readonly file: string;
      readonly table: string;
      readonly reading: TourFileReading;
      readonly missing: number;
      /** Whether what was deleted here comes back. */
      readonly bringsBack: boolean;
      /** How many edits are saved; null before the import. */
      readonly done: number | null;
    };

/** What an import would save. */
export function chosenEdits(step: TourFileStep & { readonly kind: 'preview' }): readonly Edit[] {
  return step.bringsBack ? [...step.reading.edits, ...step.reading.restores] : step.reading.edits;
}

/** A tour file's way in. Nothing is taken before it is confirmed; then the originals first: a record never stands there before its file. */
export function useTourFileWizard(onClose: () => void) {
  const store = useStore();
  const navigate = useNavigate();
  const [step, setStep] = useState<TourFileStep>({ kind: 'reading' });

  async function choose(dropped: File | null) {
    setStep({ kind: 'reading' });
    const opened = await openTable('tourFile', dropped);
    if (!opened.ok) return setStep({ kind: 'failed', problem: opened.problem });
    if (opened.value.kind === 'canceled') return onClose();
    const { file, table, workbook } = opened.value;
    const [sheet] = workbook.sheets;
    if (sheet?.name !== 'records')
      return setStep({ kind: 'faulty', file, faults: (sheet?.rows ?? []).map(faultOfRow) });
    const compared = await compareTourFile(store, file, sheet);
    if (!compared.ok) return setStep({ kind: 'failed', problem: compared.problem });
    const looked = await callBridge('tourFile.missingFiles', { table });
    if (!looked.ok) return setStep({ kind: 'failed', problem: looked.problem });
    const preview: TourFileStep = {
      kind: 'preview',
      file,
      table,
      reading: compared.value,
      missing: looked.value.missing.length,
      bringsBack: compared.value.isTourDeleted,
      done: null,
    };
    // Drawn in slices: a dialog full of rows is more than a key should wait for.
    startTransition(() => setStep(preview));
  }

  async function confirm() {
    if (step.kind !== 'preview' || step.done !== null) return;
    setStep({ ...step, done: 0 });
    const taken = await callBridge('tourFile.takeFiles', { table: step.table });
    if (!taken.ok) return setStep({ kind: 'failed', problem: taken.problem });
    const saved = await store.saveWhole(chosenEdits(step), (done) => setStep({ ...step, done }));
    if (!saved.ok) return setStep({ kind: 'failed', problem: saved.problem });
    onClose();
    await navigate(`/tours/${step.reading.tour}`);
  }

  return {
    step,
    choose: (dropped: File | null) => void choose(dropped),
    bringBack: (bringsBack: boolean) => {
      if (step.kind === 'preview' && step.done === null) setStep({ ...step, bringsBack });
    },
    confirm: () => void confirm(),
  };
}

function faultOfRow([path, zh, en]: readonly unknown[]): TourFileFault {
  return { path: String(path), zh: String(zh), en: String(en) };
}

import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CellFault } from '../../../shared/itinerary/cell-fault';
import type { Problem } from '../../../shared/problems';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import { callBridge } from '../../data/call-bridge';
import { useStore } from '../../data/store-context';

export type ImportStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'faulty'; readonly file: string; readonly faults: readonly CellFault[] }
  | { readonly kind: 'read'; readonly file: string; readonly tour: TourFile; readonly busy: boolean };

/** The way of a spreadsheet into the window: chosen, read, looked at, and only then imported as a whole. */
export function useImport() {
  const store = useStore();
  const navigate = useNavigate();
  const [step, setStep] = useState<ImportStep>({ kind: 'none' });
  const [problem, setProblem] = useState<Problem | null>(null);

  async function open() {
    setProblem(null);
    setStep({ kind: 'reading' });
    const opened = await callBridge('itinerary.open', {});
    if (!opened.ok) setProblem(opened.problem);
    if (!opened.ok || opened.value.kind === 'canceled') setStep({ kind: 'none' });
    else if (opened.value.kind === 'faulty') setStep(opened.value);
    else setStep({ ...opened.value, busy: false });
  }

  async function confirm() {
    if (step.kind !== 'read') return;
    setStep({ ...step, busy: true });
    const imported = await store.importTour(step.tour);
    setStep({ kind: 'none' });
    if (imported.ok) await navigate(`/tours/${step.tour.tour.id}`);
    else setProblem(imported.problem);
  }

  return {
    step,
    problem,
    open: () => void open(),
    confirm: () => void confirm(),
    close: () => setStep({ kind: 'none' }),
  };
}

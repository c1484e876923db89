import { useEffect, useRef, useState } from 'react';
import type { Checklist } from '../../../shared/records/checklist';
import type { FormCheck } from '../../../shared/xlsform/check-form';
import { type ChecklistReader, openChecklistReader } from '../../data/checklist-reader';

const pauseMillis = 250;

/** What is wrong with a checklist and what is not supported, soon after each change; null until it is known. */
export function useFormCheck(checklist: Checklist): FormCheck | null {
  const [check, setCheck] = useState<FormCheck | null>(null);
  const reader = useRef<ChecklistReader>(undefined);
  useEffect(
    () => () => {
      reader.current?.close();
      reader.current = undefined;
    },
    [],
  );
  useEffect(() => {
    let late = false;
    const timer = setTimeout(() => {
      reader.current ??= openChecklistReader();
      const isWanted = () => !late;
      void reader.current.check(checklist, isWanted).then((found) => {
        if (found && isWanted()) setCheck(found);
      });
    }, pauseMillis);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [checklist]);
  return check;
}

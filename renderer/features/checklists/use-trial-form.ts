import { useEffect, useRef, useState } from 'react';
import type { Json } from '../../../shared/json';
import type { Problem } from '../../../shared/problems';
import type { Checklist } from '../../../shared/records/checklist';
import { writeXform } from '../../../shared/xlsform/write-xform';
import { useStore } from '../../data/store-context';
import type { Form } from '../../forms/form';
import { loadForm } from '../../forms/load-form';

interface Trial {
  readonly form: Form | null;
  /** Why the form cannot be shown as it is now; the last one that could be shown stays. */
  readonly problem: Problem | null;
}

/** Long enough that the engine does not start anew with every letter. */
const pauseMillis = 500;

/** A form to try out, loaded again soon after its rows changed, with what was answered before. */
export function useTrialForm(checklist: Checklist, language: string): Trial {
  const store = useStore();
  const [trial, setTrial] = useState<Trial>({ form: null, problem: null });
  const shown = useRef<Form>(null);
  const words = useRef(language);
  useEffect(() => {
    words.current = language;
    shown.current?.setLanguage(language);
  }, [language]);

  useEffect(() => {
    let late = false;
    const load = async () => {
      if (checklist.survey.length === 0) return setTrial({ form: null, problem: null });
      const xml = writeXform(checklist);
      if (!xml.ok) return setTrial((before) => ({ ...before, problem: xml.problem }));
      const settings = {
        language: words.current,
        deviceID: store.device,
        username: store.userName(),
        newId: () => store.newId(),
      };
      const loaded = await loadForm(xml.value, null, settings);
      if (late) return;
      if (!loaded.ok) return setTrial((before) => ({ ...before, problem: loaded.problem }));
      loaded.value.apply(answersOf(shown.current));
      shown.current = loaded.value;
      setTrial({ form: loaded.value, problem: null });
    };
    const timer = setTimeout(() => void load(), pauseMillis);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [checklist, store]);
  return trial;
}

function answersOf(form: Form | null): Readonly<Record<string, Json>> {
  const given = form?.leaves().filter(({ calculated, value }) => !calculated && value !== '') ?? [];
  return Object.fromEntries(given.map(({ path, value }) => [path, value]));
}

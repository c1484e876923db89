import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Json } from '../../shared/json';
import type { Problem } from '../../shared/problems';
import { writeXform } from '../../shared/xlsform/write-xform';
import type { AnswerSheet } from '../../shared/records/answer-sheet';
import type { Checklist } from '../../shared/records/checklist';
import { useStore } from '../data/store-context';
import { registerUnsaved } from '../data/unsaved-fields';
import { useLanguage } from '../locales/use-problem-text';
import type { Form, FormNode } from './form';
import { loadForm } from './load-form';
import { type SheetKeeper, type StoredSheet, createSheetKeeper } from './sheet-keeper';

export interface FilledForm {
  readonly form: Form;
  readonly keeper: SheetKeeper;
}

type Loading =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | ({ readonly state: 'ready' } & FilledForm);

export interface SheetTarget {
  readonly id: string;
  readonly tour: string;
  /** What a new sheet needs besides its answers. */
  readonly base: Readonly<Record<string, Json>>;
}

/** A checklist with the answers of a sheet in it, in the language of the window, saved as it is filled. */
export function useFilledForm(
  checklist: Checklist,
  sheet: AnswerSheet | undefined,
  target: SheetTarget,
): Loading {
  const store = useStore();
  const language = useLanguage();
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  const latest = useRef({ checklist, sheet, target, language });
  useEffect(() => {
    latest.current = { checklist, sheet, target, language };
  });

  useEffect(() => {
    let left = false;
    let keeper: SheetKeeper | null = null;
    void open();
    return () => {
      left = true;
      // What was typed a moment ago is saved also when its screen is gone.
      void keeper?.flush();
    };

    async function open() {
      const xml = writeXform(latest.current.checklist);
      if (!xml.ok) return setLoading({ state: 'failed', problem: xml.problem });
      const { sheet: known, language: words } = latest.current;
      const stored = storedOf(known);
      const answers = known ? { ...stored.calculated, ...stored.answers } : null;
      const settings = { language: words, deviceID: store.device, username: store.userName() };
      const loaded = await loadForm(xml.value, answers, settings);
      if (left) return;
      if (!loaded.ok) return setLoading({ state: 'failed', problem: loaded.problem });
      keeper = createSheetKeeper(
        loaded.value,
        stored,
        (values) => {
          const { sheet: there, target: to } = latest.current;
          const edit = { kind: 'answerSheet' as const, id: to.id, tour: to.tour };
          return store.save([{ ...edit, values: there ? values : { ...to.base, ...values } }]);
        },
        registerUnsaved,
      );
      setLoading({ state: 'ready', form: loaded.value, keeper });
    }
    // A published version never changes, but it is read anew whenever the register does.
  }, [store, checklist.id, target.id]);

  const ready = loading.state === 'ready' ? loading : null;
  useEffect(() => ready?.form.setLanguage(language), [ready, language]);
  useEffect(() => {
    if (sheet) ready?.keeper.incoming(storedOf(sheet));
  }, [ready, sheet]);
  return loading;
}

/** The tree of a form, drawn again whenever something in it changed. */
export function useFormTree(form: Form): readonly FormNode[] {
  return useSyncExternalStore(form.subscribe, form.tree);
}

function storedOf(sheet: AnswerSheet | undefined): StoredSheet {
  return { answers: sheet?.answers ?? {}, calculated: sheet?.calculated ?? {} };
}

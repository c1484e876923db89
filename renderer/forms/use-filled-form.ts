import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Json } from '../../shared/json';
import type { Problem } from '../../shared/problems';
import { writeXform } from '../../shared/xlsform/write-xform';
import type { AnswerSheet } from '../../shared/records/answer-sheet';
import type { Checklist } from '../../shared/records/checklist';
import type { Store } from '../data/store';
import { useStore } from '../data/store-context';
import { registerUnsaved } from '../data/unsaved-fields';
import { useLanguage } from '../locales/use-problem-text';
import type { Form, FormNode } from './form';
import { loadForm } from './load-form';
import { type SaveAnswers, type SheetKeeper, type StoredSheet, createSheetKeeper } from './sheet-keeper';

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

/**
 * A checklist with the answers of a sheet in it, in the language of the window, saved as it is filled. One sheet, one component:
 * give it the sheet's id as key. A published version never changes, but it is read anew whenever the register does.
 */
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
    const open = async () => {
      const opened = await openForm(store, () => latest.current);
      if (left) return;
      if (opened.state === 'ready') keeper = opened.keeper;
      setLoading(opened);
    };
    void open();
    return () => {
      left = true;
      // What was typed a moment ago is saved also when its screen is gone.
      void keeper?.flush();
    };
  }, [store]);

  const ready = loading.state === 'ready' ? loading : null;
  useEffect(() => ready?.form.setLanguage(language), [ready, language]);
  useEffect(() => {
    if (sheet) ready?.keeper.incoming(storedOf(sheet));
  }, [ready, sheet]);
  return loading;
}

interface Now {
  readonly checklist: Checklist;
  readonly sheet: AnswerSheet | undefined;
  readonly target: SheetTarget;
  readonly language: string;
}

async function openForm(
  store: Store,
  now: () => Now,
): Promise<Exclude<Loading, { readonly state: 'loading' }>> {
  const { checklist, sheet, language } = now();
  const xml = writeXform(checklist);
  if (!xml.ok) return { state: 'failed', problem: xml.problem };
  const stored = storedOf(sheet);
  const answers = sheet ? { ...stored.calculated, ...stored.answers } : null;
  const settings = {
    language,
    deviceID: store.device,
    username: store.userName(),
    newId: () => store.newId(),
  };
  const loaded = await loadForm(xml.value, answers, settings);
  if (!loaded.ok) return { state: 'failed', problem: loaded.problem };
  const save: SaveAnswers = (values, context) => {
    const { sheet: there, target } = now();
    const edit = { kind: 'answerSheet' as const, id: target.id, tour: target.tour };
    return store.save([{ ...edit, ...context, values: there ? values : { ...target.base, ...values } }]);
  };
  return {
    state: 'ready',
    form: loaded.value,
    keeper: createSheetKeeper(loaded.value, stored, save, registerUnsaved),
  };
}

/** The tree of a form, drawn again whenever something in it changed. */
export function useFormTree(form: Form): readonly FormNode[] {
  return useSyncExternalStore(form.subscribe, form.tree);
}

function storedOf(sheet: AnswerSheet | undefined): StoredSheet {
  return { answers: sheet?.answers ?? {}, calculated: sheet?.calculated ?? {}, hidden: sheet?.hidden ?? {} };
}

import type { RootNode } from '@getodk/xforms-engine';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { applyAnswers } from './apply-answers';
import { type EntryKeys, createEntryKeys, entryKey, placedAnswers, storedKeys } from './entry-keys';
import type { Answers, Form, FormNode, Leaf } from './form';
import { instanceXml } from './instance-xml';
import { listLeaves } from './list-leaves';
import { type EngineNode, readTree } from './read-tree';
import { isCountedIn } from './is-counted-in';
import { setValue } from './set-value';

export interface FormSettings {
  /** zh or en: the form's language that stands for it is set, else its own default one. */
  readonly language: string;
  readonly deviceID: string;
  readonly username: string;
  /** Of version 7: entries of repeats are numbered after it. */
  readonly newId: () => string;
}

/**
 * Loads an XForm and fills in what was answered before; null for a form that is filled for the first time, which then gets its
 * dynamic defaults. The engine (1.5 MB) is loaded when the first form is, so that the start of the app does not wait for it.
 */
export async function loadForm(
  xml: string,
  answers: Answers | null,
  settings: FormSettings,
): Promise<Outcome<Form>> {
  try {
    const engine = await import('@getodk/xforms-engine');
    const loaded = await engine.loadForm(xml, {
      missingResourceBehavior: 'BLANK',
      fetchFormAttachment: () => Promise.reject(new Error('a checklist carries its lists itself')),
    });
    if (loaded.status === 'failure') return refuse(loaded.error);
    const change = createNotice();
    const config = {
      stateFactory: change.watch,
      instanceAttachments: { fileNameFactory: ({ basename }: { readonly basename: string }) => basename },
      preloadProperties: { deviceID: settings.deviceID, username: settings.username },
    };
    const stored = storedKeys(answers ?? {}, isCountedIn(xml));
    const keys = createEntryKeys(stored);
    const instance = answers
      ? await loaded.restoreInstance(
          { data: [instanceData(instanceXml(xml, placedAnswers(answers, stored)))] },
          config,
        )
      : loaded.createInstance(config);
    // Files are no part of the XML, and the engine would look for them: they are set as what they are, ids.
    if (answers) applyAnswers(instance.root, answers, keys);
    const form = formOf(instance.root, change, keys, settings.newId);
    form.setLanguage(settings.language);
    return succeed(form);
  } catch (error) {
    return refuse(error);
  }
}

/** A form may be faulty in ways that only the engine finds: that is no bug of ours, and its words are told. */
function refuse(error: unknown): Outcome<never> {
  return fail(
    problem('checklist.unusable', { reason: error instanceof Error ? error.message : String(error) }),
  );
}

function instanceData(xml: string): never {
  const data = new FormData();
  data.append('xml_submission_file', new File([xml], 'xml_submission_file', { type: 'text/xml' }));
  // The engine's type asks for a FormData whose entries it knows by name.
  return data as never;
}

type Notice = ReturnType<typeof createNotice>;

/** Says once, soon after, that the engine wrote to what it shows: one answer may change a hundred values. */
function createNotice() {
  const listeners = new Set<() => void>();
  let version = 0;
  let due = false;
  const touch = () => {
    version += 1;
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      for (const listener of listeners) listener();
    });
  };
  const watch = <T extends object>(state: T): T =>
    new Proxy(state, {
      set(target, key, value, receiver) {
        touch();
        return Reflect.set(target, key, value, receiver);
      },
    });
  return { listeners, touch, watch, version: () => version };
}

function formOf(root: RootNode, change: Notice, keys: EntryKeys, newId: () => string): Form {
  let drawn = -1;
  let nodes: readonly FormNode[] = [];
  let found = new Map<string, EngineNode>();
  let shown: ReadonlyMap<string, FormNode> = new Map();
  let counted = -1;
  let leaves: readonly Leaf[] = [];
  const redraw = () => {
    if (drawn === change.version()) return;
    drawn = change.version();
    found = new Map();
    const now = new Map<string, FormNode>();
    nodes = readTree(root, { keys, found, before: shown, now });
    shown = now;
  };
  const repeatOf = (key: string) => {
    redraw();
    const node = found.get(key);
    return node?.nodeType === 'repeat-range:uncontrolled' ? node : null;
  };
  return {
    tree: () => {
      redraw();
      return nodes;
    },
    leaves: () => {
      if (counted !== change.version()) {
        counted = change.version();
        leaves = listLeaves(root, keys);
      }
      return leaves;
    },
    set: (key, value) => {
      redraw();
      const node = found.get(key);
      if (node) setValue(node, value);
      change.touch();
    },
    addInstance: (key) => {
      const repeat = repeatOf(key);
      repeat?.addInstances();
      const added = repeat?.currentState.children.at(-1);
      if (added) keys.give(added, entryKey(newId()));
      change.touch();
    },
    removeInstance: (key, index) => {
      repeatOf(key)?.removeInstances(index);
      change.touch();
    },
    apply: (answers) => {
      applyAnswers(root, answers, keys);
      change.touch();
    },
    setLanguage: (language) => {
      const wanted = root.languages.find(
        (one) => one.locale?.language === language && one.isSyntheticDefault !== true,
      );
      if (wanted && wanted.isSyntheticDefault !== true) root.setLanguage(wanted);
      change.touch();
    },
    subscribe: (listener) => {
      change.listeners.add(listener);
      return () => void change.listeners.delete(listener);
    },
  };
}

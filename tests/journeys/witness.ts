import type { Page } from '@playwright/test';

/** A text on the screen: in the card of a record, or in the quick line (`record` is then empty). */
export interface ShownText {
  readonly record: string;
  readonly text: string;
}

/** What a window showed, told over a pipe at that moment, so that a kill takes nothing of it back. */
export interface Witness {
  /** Texts that stood there while the mark said 已保存. */
  readonly shown: ShownText[];
  /** Changes in the database while the mark said 已保存: id to content. */
  readonly changes: Map<string, string>;
  /** Texts as they were typed and committed, each with its field, by the clock of this computer. */
  readonly typed: { readonly field: string; readonly text: string; readonly at: number }[];
  /** The longest that a timer of the window came late: what other processes of this machine cost. */
  late: number;
}

type Told =
  | { readonly kind: 'saved'; readonly shown: readonly ShownText[] }
  | { readonly kind: 'changes'; readonly changes: readonly (readonly [string, string])[] }
  | { readonly kind: 'typed'; readonly field: string; readonly text: string; readonly at: number }
  | { readonly kind: 'late'; readonly millis: number };

/** Lets a page that shows a stop tell what it shows. */
export async function watchWindow(page: Page): Promise<Witness> {
  const witness: Witness = { shown: [], changes: new Map(), typed: [], late: 0 };
  await page.exposeFunction('tellWitness', (json: string) => {
    const told = JSON.parse(json) as Told;
    if (told.kind === 'saved') witness.shown.push(...told.shown);
    else if (told.kind === 'changes')
      for (const [id, content] of told.changes) witness.changes.set(id, content);
    else if (told.kind === 'typed') witness.typed.push(told);
    else witness.late = Math.max(witness.late, told.millis);
  });
  await page.getByRole('textbox', { name: '快速记录' }).waitFor();
  await page.evaluate(installWitness);
  return witness;
}

/** Runs in the page: a function of its own without anything from outside. */
async function installWitness(): Promise<void> {
  const { tellWitness } = globalThis as unknown as { tellWitness(json: string): void };
  const tell = (told: object) => tellWitness(JSON.stringify(told));
  const known = new Set<string>();
  let lines = 0;
  let composing: EventTarget | null = null;
  let compositions = 0;
  const opening = indexedDB.open('xunji');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const database = opening.result;
  const cardOf = (box: Element) =>
    box.closest('.record')?.querySelector<HTMLElement>('[data-record]')?.dataset['record'] ?? '';
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)));

  async function tellChanges(): Promise<void> {
    const store = database.transaction('history').objectStore('history');
    const keys = (await asked(store.getAllKeys())).map(String).filter((key) => !known.has(key));
    const rows = await Promise.all(
      keys.map((key) => asked(store.get(key) as IDBRequest<{ sealed: Uint8Array }>)),
    );
    for (const key of keys) known.add(key);
    const changes = keys.map((key, at) => [key, new TextDecoder().decode(rows[at]?.sealed)]);
    if (changes.length > 0) tell({ kind: 'changes', changes });
  }

  function typed(box: EventTarget | null, text?: string): void {
    if (!(box instanceof HTMLTextAreaElement)) return;
    const field = cardOf(box) || `line ${lines}`;
    tell({ kind: 'typed', field, text: text ?? box.value, at: Date.now() });
  }

  document.addEventListener('input', (event) => {
    if (!event.isComposing) typed(event.target);
  });
  document.addEventListener(
    'compositionstart',
    ({ target }) => {
      composing = target;
      compositions += 1;
    },
    { capture: true },
  );
  document.addEventListener('compositionend', ({ target }) => {
    const [ended, text] = [compositions, target instanceof HTMLTextAreaElement ? target.value : ''];
    setTimeout(() => {
      // On a busy machine the next composition has begun by now: its letters are not typed yet.
      if (ended === compositions) composing = null;
      typed(target, ended === compositions ? undefined : text);
    });
  });
  document.addEventListener(
    'keydown',
    ({ key, ctrlKey }) => {
      // What is typed next in the line belongs to another record.
      if (key === 'Enter' || ctrlKey) lines += 1;
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (!document.querySelector('.saving-mark-saved')) return;
    const boxes = [
      { record: '', box: document.querySelector<HTMLTextAreaElement>('.composer textarea') },
      ...[...document.querySelectorAll<HTMLElement>('.record')].map((card) => ({
        record: card.querySelector<HTMLElement>('[data-record]')?.dataset['record'] ?? '',
        box: card.querySelector('textarea'),
      })),
    ];
    // What an input method composes is not typed yet.
    const shown = boxes.flatMap(({ record, box }) =>
      box && box !== composing && box.value.trim() !== '' ? [{ record, text: box.value }] : [],
    );
    tell({ kind: 'saved', shown });
    void tellChanges();
  }).observe(document.querySelector('.saving-mark') ?? document.body, { attributes: true });

  const tick = (due: number) => {
    tell({ kind: 'late', millis: performance.now() - due });
    setTimeout(tick, 100, performance.now() + 100);
  };
  setTimeout(tick, 100, performance.now() + 100);
}

import { Dexie } from 'dexie';
import type { Edit, Store } from './store';
import { registerUnsaved } from './unsaved-fields';

const retryMillis = 1000;

/**
 * Saves what nobody could type again, since no field holds it: other records name it by its id already. Where the disk is full it
 * is tried again until it is there; until then nothing says 已保存, and the window stays open. Edits that rest on what is stored
 * are made once it can be read: a full disk closes the database, too.
 */
export async function saveUntilKept(
  store: Pick<Store, 'save'>,
  edits: readonly Edit[] | (() => Promise<readonly Edit[]>),
  pause: () => Promise<void> = nextTry,
): Promise<void> {
  let made = typeof edits === 'function' ? null : edits;
  let isKept = false;
  let running: Promise<boolean> | null = null;
  const once = async () => {
    made ??= typeof edits === 'function' ? await edits().catch(nothingWhileClosed) : edits;
    isKept ||= made !== null && (await store.save(made)).ok;
    if (isKept) release();
    return isKept;
  };
  // Whoever closes the window meanwhile waits for the same attempt: two would make two of what has no id yet.
  const attempt = () => (running ??= once().finally(() => (running = null)));
  const release = registerUnsaved(async () => void (await attempt()));
  while (!(await attempt())) await pause();
}

function nothingWhileClosed(error: unknown): null {
  if (error instanceof Dexie.DexieError || error instanceof DOMException) return null;
  throw error;
}

/** Until it is tried again. */
export function nextTry(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, retryMillis);
  });
}

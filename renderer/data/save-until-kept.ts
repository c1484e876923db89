import type { Edit, Store } from './store';
import { registerUnsaved } from './unsaved-fields';

const retryMillis = 1000;

/**
 * Saves what nobody could type again, since no field holds it: other records name it by its id already. Where the disk is full it
 * is tried again until it is there; until then nothing says 已保存, and the window stays open.
 */
export async function saveUntilKept(
  store: Pick<Store, 'save'>,
  edits: readonly Edit[],
  pause: () => Promise<void> = nextTry,
): Promise<void> {
  let isKept = false;
  const attempt = async () => {
    isKept ||= (await store.save(edits)).ok;
    if (isKept) release();
    return isKept;
  };
  const release = registerUnsaved(async () => void (await attempt()));
  while (!(await attempt())) await pause();
}

function nextTry(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, retryMillis);
  });
}

import { expect, it } from 'vitest';
import { registerUnsaved, reloadWhenSaved, saveBeforeClosing } from '../../../renderer/data/unsaved-fields';

/** A window that asks before it goes, as a real one does; it notes how it went. */
function windowOf() {
  const events = new EventTarget();
  const asked: string[] = [];
  const gone: string[] = [];
  const go = (how: string) => () => {
    asked.push(how);
    if (events.dispatchEvent(new Event('beforeunload', { cancelable: true }))) gone.push(how);
  };
  return {
    asked,
    gone,
    addEventListener: events.addEventListener.bind(events),
    close: go('closed'),
    location: { reload: go('loaded again') },
  };
}

/** A field with typing in it, on a disk that takes it at the `tries`-th time. */
function typed(tries: number) {
  let left = tries;
  const release = registerUnsaved(() => {
    if ((left -= 1) === 0) release();
    return Promise.resolve();
  });
}

/** Lets it go on until the window has gone, and not for ever. */
const until = (gone: readonly string[]) => {
  let pauses = 0;
  return () =>
    gone.length > 0 || (pauses += 1) > 50
      ? new Promise<void>(() => {})
      : new Promise<void>((go) => setTimeout(go));
};

it('closes the window when what was typed is on disk', async () => {
  const page = windowOf();
  saveBeforeClosing(page);
  typed(1);
  page.close();
  expect(page.gone).toEqual([]);
  await expect.poll(() => page.gone).toEqual(['closed']);
});

it('loads the window again only when everything typed is on disk, however long that takes', async () => {
  const page = windowOf();
  saveBeforeClosing(page);
  typed(30);
  void reloadWhenSaved(page, until(page.gone));
  await new Promise((later) => setTimeout(later, 20));
  expect(page.asked).toEqual([]);
  await expect.poll(() => page.gone).toEqual(['loaded again']);
});

it('loads it again, and does not close it, where something is typed in the last moment', async () => {
  const page = windowOf();
  const { reload } = page.location;
  let isFirst = true;
  page.location.reload = () => {
    if (isFirst) typed(1);
    isFirst = false;
    reload();
  };
  saveBeforeClosing(page);
  void reloadWhenSaved(page, until(page.gone));
  await expect.poll(() => page.gone).toEqual(['loaded again']);
});

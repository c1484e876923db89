import type { Page } from '@playwright/test';
import type { RunningApp } from './launch-app';

/** One screen and the steps that lead to it, in Chinese, from whatever screen stands open. */
export interface Screen {
  readonly name: string;
  readonly open: () => Promise<void>;
}

export function at(page: Page, name: string, path: string, then?: () => Promise<unknown>): Screen {
  return {
    name,
    async open() {
      await closeDialogs(page);
      await go(page, path);
      // Whoever works by keys stands somewhere: a dialog has a place to go back to.
      if (then && (await page.evaluate(() => document.activeElement === document.body)))
        await page.keyboard.press('Tab');
      await then?.();
      await untilQuiet(page);
    },
  };
}

export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), path);
  await untilQuiet(page);
}

/** Escape as often as it takes: a photo lies over its page, a drawing over the photo. */
export async function closeDialogs(page: Page): Promise<void> {
  for (let layer = 0; layer < 4 && (await page.getByRole('dialog').first().isVisible()); layer += 1) {
    await page.keyboard.press('Escape');
    await untilQuiet(page);
  }
}

/** Nothing has been drawn for a while: what was read is there. */
export async function untilQuiet(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const done = () => {
          watch.disconnect();
          resolve();
        };
        let calm = setTimeout(done, 80);
        const watch = new MutationObserver(() => {
          clearTimeout(calm);
          calm = setTimeout(done, 80);
        });
        watch.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        setTimeout(done, 3_000);
      }),
  );
}

export async function chooseFile({ app }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

export function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: false });
}

/** Theme and language as the settings would change them, with everything that stands open left open. */
export async function showAs(
  page: Page,
  theme: 'light' | 'dark' | 'contrast',
  language: 'zh' | 'en',
  waits = true,
): Promise<void> {
  await page.evaluate(
    (appearance) => {
      localStorage.setItem('xunji.appearance', JSON.stringify(appearance));
      window.dispatchEvent(new StorageEvent('storage', { key: 'xunji.appearance' }));
    },
    { theme, language, size: 'normal' },
  );
  if (waits) await untilQuiet(page);
}

import type { Locator, Page } from '@playwright/test';

/** What was taken down at the stop or meeting that stands open. */
export function cardsOf(page: Page): Locator {
  return page.getByRole('list', { name: '现场记录' }).getByRole('listitem');
}

/** Types a record of a kind by its key, Enter keeps it. */
export async function takeDown(page: Page, key: string, text: string): Promise<void> {
  await page.keyboard.press(key);
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

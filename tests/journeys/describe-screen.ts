import type { Page } from '@playwright/test';

/** A log keeps only a part of what a failure says. */
const lines = 40;
const lineLength = 120;

/** What a person would have seen when a test failed, in few lines: where, what stands in front, and the top of the rest. */
export async function describeScreen(page: Page): Promise<string> {
  const words = (selector: string) =>
    page
      .locator(selector)
      .filter({ visible: true })
      .evaluateAll((all) => all.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').slice(0, 150)));
  const snapshot = async () => {
    const area = page.locator('main').or(page.locator('body')).last();
    const all = (await area.ariaSnapshot({ timeout: 5_000 }))
      .split('\n')
      .filter((line) => !line.includes('/url:'));
    const shown = all.slice(0, lines).map((line) => line.slice(0, lineLength));
    return all.length > lines ? [...shown, `… ${all.length - lines} more lines`] : shown;
  };
  const said = async (name: string, read: () => Promise<readonly string[]>) => {
    const found = await read().catch((error: unknown) => [String(error).slice(0, 300)]);
    return found.length === 0 ? [] : [`${name}: ${found.join(' | ')}`];
  };
  if (page.isClosed()) return `screen at ${page.url()}: closed`;
  return [
    `screen at ${page.url()}`,
    ...(await said('heading', () => words('h1'))),
    ...(await said('dialog', () => words('[role=dialog]'))),
    ...(await said('said', () => words('[role=alert], [role=status], .ant-message-notice, .saving-mark'))),
    ...(await said('keyboard', () =>
      page.evaluate(() => [document.activeElement?.outerHTML.slice(0, 200) ?? 'nowhere']),
    )),
    ...(await snapshot().catch((error: unknown) => [String(error).slice(0, 300)])),
  ].join('\n');
}

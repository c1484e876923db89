import { expect, test } from '@playwright/test';
import { launchFixture } from './launch-fixture';

test('a window opens', async () => {
  const { app, page } = await launchFixture();
  expect(await page.title()).toBe('夹具');
  expect(await app.evaluate(({ app }) => app.getName())).toBe('Host Fixture');
  await app.close();
});

import { randomBytes } from 'node:crypto';
import { type NewRecord, addRecords } from '../../build/driver/add-records';
import { expect, test } from './fixtures';
import { longestTask } from './longest-task';

const count = process.env['XUNJI_SOAK'] === '1' ? 100_000 : 4_000;

/** Ids in the order of time, as the app makes them: one on each second before now. */
function orderedId(n: number): string {
  const time = (Date.now() - (count - n) * 1000).toString(16).padStart(12, '0');
  const rest = randomBytes(10).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
}

/** Half of them objects of the register, half notes at them, as years of visits leave them. */
function manyRecords(): readonly NewRecord[] {
  return Array.from({ length: count }, (_, n): NewRecord => {
    const id = orderedId(n);
    if (n % 2 === 0)
      return { kind: 'site', id, tour: 'office', values: { name: `临江${n}号机械厂`, kind: 'enterprise' } };
    const text = `第${n}条：车间北侧通道堆放杂物，已当场要求清理。`;
    return { kind: 'note', id, tour: 'tour-1', values: { tour: 'tour-1', stop: `stop-${n % 500}`, text } };
  });
}

test(`a laptop with ${count} records opens like an empty one, is read through behind the window, and finds as one types`, async ({
  laptop,
}) => {
  test.setTimeout(count * 20 + 60_000);
  const figures: Record<string, number> = {};
  const timed = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
    const begun = Date.now();
    const value = await act();
    figures[what] = Date.now() - begun;
    return value;
  };
  const open = () => laptop('a', { settings: { userName: '周敏' } });
  const first = await timed('openedEmpty', open);
  await timed('filled', () => addRecords(first.page, manyRecords()));
  const home = first.page.getByRole('link', { name: '巡记，返回活动列表' });
  await home.waitFor({ timeout: count * 10 + 30_000 });
  await first.close();

  const { page } = await timed('openedFull', async () => {
    const running = await open();
    await running.page.getByRole('link', { name: '巡记，返回活动列表' }).waitFor();
    return running;
  });
  const searching = await longestTask(page, async () => {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: '查找' });
    const hit = palette.getByRole('list', { name: '查找结果' }).getByRole('link').first();
    await timed('firstFound', async () => {
      await page.keyboard.type('临江8号');
      await expect(hit).toContainText('临江8号机械厂', { timeout: 60_000 });
    });
    await timed('found', async () => {
      await page.keyboard.press('Control+a');
      await page.keyboard.type('第77条');
      await expect(hit).toContainText('第77条', { timeout: 60_000 });
    });
    await page.keyboard.press('Escape');
  });
  const register = await longestTask(page, async () => {
    await page.getByRole('link', { name: '登记册' }).click();
    await timed('register', () => page.getByText('临江0号机械厂').first().waitFor());
    await timed('key', async () => {
      await page.getByRole('textbox', { name: '在登记册中查找' }).fill(`临江${count - 2}号`);
      await page
        .getByText(`临江${count - 2}号机械厂`)
        .first()
        .waitFor({ timeout: 60_000 });
    });
  });
  process.stdout.write(
    `${count} records: ${JSON.stringify(figures)}; longest task of the window: searching ${searching.toFixed(0)} ms, in the register ${register.toFixed(0)} ms\n`,
  );
  // Rows that were all read before the window shows would take half a minute of the 100,000.
  expect(figures['openedFull']).toBeLessThan((figures['openedEmpty'] ?? 0) * 2 + 5000);
  expect(Math.max(searching, register)).toBeLessThan(100);
});

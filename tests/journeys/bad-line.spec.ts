import type { Page } from '@playwright/test';
import type { RunningServer } from '../../build/driver/start-server';
import { join } from 'node:path';
import type { RunningApp } from '../../build/driver/launch-app';
import { addPhotos, importItinerary, openStop, untilSaved, writeNote } from '../../build/driver/laptop';
import { recordsOfLaptop, recordsOfServer } from '../../build/driver/read-records';
import { startBadLine } from '../server/files/bad-line';
import { seedOfRun, seeded } from '../server/seeded';
import { expect, test } from './fixtures';

const samples = join(import.meta.dirname, '../../build/samples');
const isSoak = process.env['XUNJI_SOAK'] === '1';

/** Of so many notes each laptop writes its half. */
const notes = isSoak ? 40 : 4;

const random = seeded(seedOfRun());
let connections = 0;

/** The field's line, in earnest or with time fifty times as fast: slow, lossy, every third connection breaks at once, from the first on, and each after a while. */
const line = {
  bytesPerSecond: isSoak ? 2500 : 125_000,
  delayMillis: isSoak ? 1000 : 20,
  loss: 0.3,
  lossMillis: isSoak ? 200 : 4,
  cutAfter: () => (connections++ % 3 === 0 ? 300 : 1000 + Math.floor(random() * 499_000)),
  random,
};

const patience = { timeout: isSoak ? 3_600_000 : 90_000 };

test('two laptops and a server on a line that breaks: all arrives, on both, once', async ({
  laptop,
  central,
}) => {
  test.setTimeout(patience.timeout * 2);
  const server = await central('server');
  const bad = await startBadLine(server.url, line);
  const a = await laptop('a', { settings: { userName: '周敏' } });
  await joinOver(bad.url, server, a.page);
  await importItinerary(a, join(samples, 'itinerary.xlsx'));
  const b = await laptop('b', { settings: { userName: '罗启明' } });
  await joinOver(bad.url, server, b.page);
  await expect(b.page.getByRole('link', { name: /^打开活动/ })).toBeVisible(patience);
  for (const [each, team, order] of [
    [a, '第一组', 1],
    [b, '第二组', 4],
  ] as const) {
    await openStop(each.page, team, order);
    for (let note = 0; note < notes / 2; note += 1) {
      await writeNote(each.page, `${team}在断续线路上写下的第 ${note} 条`);
      await untilSaved(each.page);
    }
  }
  await addPhotos(a.page, [join(samples, 'photos/02-steel-frame.jpg')]);
  await untilSaved(a.page);

  for (const { page } of [a, b]) await page.getByRole('link', { name: /^同步状态/ }).click();
  await expect(async () => {
    await askToSync(a, b);
    const onServer = await recordsOfServer(server);
    expect(JSON.stringify(onServer).split('在断续线路上写下的').length - 1).toBeGreaterThanOrEqual(notes);
    for (const { page } of [a, b]) expect(await recordsOfLaptop(page)).toEqual(onServer);
  }).toPass({ ...patience, intervals: [1000] });
  expect(bad.cuts()).toBeGreaterThan(0);
  await expect(async () => {
    await askToSync(a, b);
    for (const { page } of [a, b])
      await expect(page.getByText('本机内容已全部送达中心服务器。')).toBeVisible({ timeout: 1000 });
  }).toPass({ ...patience, intervals: [1000] });
  process.stdout.write(`bad line: ${bad.cuts()} cuts, ${bad.up()} bytes up, ${bad.down()} bytes down\n`);
  await bad.close();
});

/** Else a laptop whose line just broke would wait a minute before it tries again. */
async function askToSync(...laptops: readonly RunningApp[]): Promise<void> {
  for (const { page } of laptops) {
    const now = page.getByRole('button', { name: '立即同步' });
    if (await now.isEnabled()) await now.click();
  }
}

/** A code that is spent opens the door to its own laptop again: whoever lost the answer asks once more. */
async function joinOver(url: string, server: RunningServer, page: Page): Promise<void> {
  await expect(async () => {
    const card = await server.card({ url });
    const answer = await page.evaluate((given) => window.xunji.call('office.join', given), card);
    expect(answer).toMatchObject({ ok: true });
  }).toPass(patience);
  await page.reload();
}

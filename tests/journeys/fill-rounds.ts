import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { importItinerary, openStop } from '../../build/driver/laptop';
import type { LaunchOptions, RunningApp } from '../../build/driver/launch-app';
import { type Random, seededRandom } from '../../build/samples-maker/seeded-random';
import { plainJpeg } from './exif-jpeg';
import { faultsOf, lostOf, missingFiles, readCopies } from './read-copies';
import { measureSlowness } from './slowness';
import type { SmallDisk } from './small-disk';
import { watchWindow } from './witness';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');
const plenty = 3 * 2 ** 30;

export interface FillPlan {
  readonly laptop: (name: string, more?: Partial<LaunchOptions>) => Promise<RunningApp>;
  readonly disk: SmallDisk;
  readonly seed: number;
  readonly points: number;
  /** Takes a safeguard out before the disk is filled for the first time. */
  readonly sabotage?: (running: RunningApp) => Promise<unknown>;
}

export interface FillReport {
  /** What was shown as saved and is not there, while the app still runs or after it was killed. */
  readonly lost: string[];
  readonly faults: string[];
  /** What a person would complain of: nothing said, said late, words gone from the screen, still failing with room. */
  readonly complaints: string[];
  /** How often the disk was too full, and how often what was set aside helped. */
  readonly full: number;
  readonly helped: number;
  /** Milliseconds from the last key to the words 未能保存. */
  readonly told: number[];
}

/** Fills the disk at random moments of work and makes room again, in one run of the app; then kills it and compares. */
export async function fillRounds({ laptop, disk, seed, points, sabotage }: FillPlan): Promise<FillReport> {
  const random = seededRandom(seed);
  const report = { lost: [], faults: [], complaints: [], told: [], full: 0, helped: 0 } as {
    -readonly [Key in keyof FillReport]: FillReport[Key];
  };
  const home = join(disk.path, 'a');
  const running = await laptop('a', { home, settings: { userName: '周敏' } });
  const { page } = running;
  await importItinerary(running, itinerary);
  await openStop(page, '第一组', 1);
  const witness = await watchWindow(page);
  await sabotage?.(running);
  const slowness = await measureSlowness(join(disk.path, '..'));
  for (let point = 0; point < points; point += 1) {
    const name = `point ${point}`;
    const wasKept = existsSync(join(home, 'reserve'));
    // Mostly next to nothing; sometimes just enough.
    disk.fill(random() < 0.7 ? random() * 65_536 : random() * (10 << 20));
    const { text: written, said } = await writeSomething(page, random, point);
    if (!said) report.complaints.push(`${name}: nothing came of a photo, and nothing was said`);
    const first = await waitForMark(page);
    if (first.mark === 'saved') report.helped += wasKept ? 1 : 0;
    if (first.mark === 'failed') {
      report.full += 1;
      report.told.push(first.millis);
      if (
        !(await page
          .getByText(/磁盘已满/)
          .first()
          .isVisible())
      )
        report.complaints.push(`${name}: no word of the disk`);
    }
    if (first.mark === 'saving') report.complaints.push(`${name}: nothing was said`);
    // Enter goes on to the next record only when this one can be kept.
    if (random() < 0.3) await page.keyboard.press('Enter');
    if (!(await stillThere(page, written)))
      report.complaints.push(`${name}: gone from the screen: ${written}`);
    disk.fill(plenty);
    if (random() < 0.5) await page.keyboard.insertText('。');
    const second = await waitForMark(page, ['saved']);
    if (second.mark !== 'saved') report.complaints.push(`${name}: ${second.mark} although there is room`);
  }
  const late = Math.max(await slowness.stop(), witness.late);
  for (const millis of report.told)
    if (millis > 1000 + late)
      report.complaints.push(`said after ${millis} ms; the machine was ${late} ms late`);
  await running.kill();
  const again = await laptop('a', { home });
  const copies = await readCopies(again.page);
  report.lost.push(...lostOf(witness, copies));
  report.faults.push(...faultsOf(copies), ...(await missingFiles(home, copies)));
  await again.kill();
  return report;
}

/** A few words into the line or into a record that is there, or a photo; resolves with what must stay on the screen, and whether anything came of the photo. */
async function writeSomething(
  page: Page,
  random: Random,
  point: number,
): Promise<{ readonly text: string; readonly said: boolean }> {
  const text = `第${point}处${Math.floor(random() * 1000)}`;
  const luck = random();
  let said = true;
  if (luck < 0.2) {
    const name = `${text}.jpg`;
    await page.getByRole('tab', { name: /照片/ }).click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'image/jpeg', buffer: plainJpeg(point) });
    // Either it is there, or its name stands in the report of what was not added.
    said = await page
      .getByText(name)
      .or(page.getByRole('img', { name }))
      .filter({ visible: true })
      .first()
      .waitFor({ timeout: 5000 })
      .then(
        () => true,
        () => false,
      );
    await page.keyboard.press('Control+1');
  }
  const card = page.locator('.record textarea').first();
  if (luck > 0.6 && (await card.count()) > 0) {
    await card.focus();
    await page.keyboard.press('Control+End');
  } else await page.keyboard.press('Control+1');
  for (const letter of text) await page.keyboard.insertText(letter);
  return { text, said };
}

type Mark = 'saved' | 'failed' | 'saving';

/** However slow the machine: how long it took is compared with how late the machine itself was. */
const patienceMillis = 15_000;

/** What the mark says when it is done with saving, and how long that took. */
async function waitForMark(
  page: Page,
  wanted: readonly Mark[] = ['saved', 'failed'],
): Promise<{ readonly mark: Mark; readonly millis: number }> {
  const begun = Date.now();
  await page
    .locator(wanted.map((mark) => `.saving-mark-${mark}`).join(', '))
    .waitFor({ timeout: patienceMillis })
    .catch(() => undefined);
  const look = (await page.locator('.saving-mark').getAttribute('class')) ?? '';
  const mark = (['saved', 'failed'] as const).find((name) => look.includes(name)) ?? 'saving';
  return { mark, millis: Date.now() - begun };
}

/** A line that was saved goes from the field a moment before its record stands below: longer than that it must not be away. */
const passingMillis = 2000;

function stillThere(page: Page, text: string): Promise<boolean> {
  return page
    .waitForFunction(
      (wanted) => [...document.querySelectorAll('textarea')].some(({ value }) => value.includes(wanted)),
      text,
      { timeout: passingMillis },
    )
    .then(
      () => true,
      () => false,
    );
}

import { join } from 'node:path';
import { importItinerary, openStop } from '../../build/driver/laptop';
import { recordsOfLaptop } from '../../build/driver/read-records';
import type { RecordState } from '../../shared/changes/record-state';
import { expect, test } from './fixtures';
import { type KillReport, type Victim, killRounds } from './kill-rounds';
import { hasProcessTree } from './process-tree';
import { actions } from './random-actions';

const itinerary = join(import.meta.dirname, '../../build/samples/itinerary.xlsx');

const rounds = process.env['XUNJI_SOAK'] === '1' ? 500 : 60;

/** A percentile of sixty is one round: where this machine was late in one, so many are made that it counts as what it is. */
const mostRounds = rounds + 200;

const seed = Number(process.env['XUNJI_SEED'] ?? Date.now() % 1_000_000);

const typingMillis = 1000;
const workMillis = 400;
/** A twin has three rounds: on a slow machine, too, there must be something to lose by then. */
const twinMillis = 2000;
const twinRounds = 3;

const kinds: readonly Victim[] = ['window', 'main', 'all'];

test('kill -9 of the window, of main or of everything at random moments of work: nothing that was shown as saved is lost, nothing is half there, and no more than a second of typing is gone', async ({
  laptop,
}) => {
  test.setTimeout(mostRounds * 20_000 + 60_000);
  // Without a process tree only main can be hit; Chromium dies with it.
  const victims: readonly Victim[] = hasProcessTree ? kinds : ['main'];
  const report = await killRounds({
    laptop,
    seed,
    victims,
    typingMillis,
    workMillis,
    goesOn: (known) =>
      known.losses.length < rounds ||
      (known.losses.length < mostRounds && !(isInTime(known) && isQuick(known)) && isWhole(known)),
  });
  process.stdout.write(`${describeReport(report)}\n`);
  expect({ seed, lost: report.lost, faults: report.faults }).toEqual({ seed, lost: [], faults: [] });
  expect(isInTime(report), report.late.join('\n')).toBe(true);
  expect(isQuick(report), describeReport(report)).toBe(true);
  // Whatever else runs here, a ceiling.
  expect(Math.max(...report.reopenings)).toBeLessThan(30_000);
  // Many are cut in the middle, which is what this is for; most kinds come to their end now and then.
  expect(report.done.size).toBeGreaterThan(actions.length / 2);
});

/** The promise is a percentile: one round of a hundred. */
function isInTime({ late, losses }: KillReport): boolean {
  return late.length * 100 <= losses.length;
}

/** 5 s on a quiet machine, on which an empty laptop opens in two. */
function isQuick({ reopenings, emptyOpenings }: KillReport): boolean {
  return median(reopenings) < 2.5 * median(emptyOpenings);
}

/** A twin ends with what it is made for. */
function untilLost({ losses, lost }: KillReport): boolean {
  return losses.length < twinRounds && lost.length === 0;
}

function isWhole({ lost, faults }: KillReport): boolean {
  return lost.length + faults.length === 0;
}

test('twin: a mark that says 已保存 before the write loses what it promised', async ({ laptop }) => {
  const { lost } = await killRounds({
    laptop,
    seed: 1,
    victims: ['window', 'window', 'window'],
    goesOn: untilLost,
    typingMillis,
    workMillis: twinMillis,
    sabotage: ({ page }) =>
      page.evaluate(() => {
        setInterval(() => {
          const mark = document.querySelector('.saving-mark');
          if (mark) mark.className = `saving-mark saving-mark-saved ${Date.now()}`;
        }, 20);
      }),
  });
  expect(lost).not.toEqual([]);
});

test('twin: a journal and a database that only say they wrote lose what was shown as saved', async ({
  laptop,
}) => {
  const { lost } = await killRounds({
    laptop,
    seed: 2,
    victims: ['window', 'window', 'all'],
    goesOn: untilLost,
    typingMillis,
    workMillis: twinMillis,
    sabotage: async ({ app, page }) => {
      await app.evaluate(async () => {
        const { open } = process.getBuiltinModule('node:fs/promises');
        const handle = await open(process.execPath, 'r');
        const prototype = Object.getPrototypeOf(handle) as { write: unknown };
        await handle.close();
        prototype.write = (buffer: Uint8Array, _: number, length: number) =>
          Promise.resolve({ bytesWritten: length, buffer });
      });
      await page.evaluate(() => {
        for (const name of ['put', 'add'] as const)
          IDBObjectStore.prototype[name] = function nothing(this: IDBObjectStore) {
            return this.get('nothing') as IDBRequest<IDBValidKey>;
          };
      });
    },
  });
  expect(lost).not.toEqual([]);
});

test('twin: a write that takes five seconds loses more than a second of typing', async ({ laptop }) => {
  const { lost, late } = await killRounds({
    laptop,
    seed: 3,
    victims: ['window', 'main', 'all'],
    goesOn: ({ losses, late }) => losses.length < twinRounds && late.length === 0,
    typingMillis,
    // Longer than a machine may be late.
    workMillis: 3500,
    sabotage: ({ app }) => app.evaluate(slowDisk, 5000),
  });
  expect(lost).toEqual([]);
  expect(late).not.toEqual([]);
});

test('the mark waits for what is typed while the record itself is still being written', async ({
  laptop,
}) => {
  const syncMillis = 1500;
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { app, page } = running;
  await importItinerary(running, itinerary);
  await openStop(page, '第一组', 1);
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { savedAt: times });
    new MutationObserver(() => {
      if (document.querySelector('.saving-mark-saved')) times.push(Date.now());
    }).observe(document.querySelector('.saving-mark') ?? document.body, { attributes: true });
  });
  await app.evaluate(slowDisk, syncMillis);
  const begun = Date.now();
  await page.getByRole('textbox', { name: '快速记录' }).pressSequentially('慢盘上的记录', { delay: 30 });
  await expect
    .poll(async () => Object.values(await recordsOfLaptop(page)).join('\n'))
    .toContain('"慢盘上的记录"');
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();
  const [first = 0] = await page.evaluate(() => (window as unknown as { savedAt: number[] }).savedAt);
  // One write for the record, another for what was typed meanwhile: not before both.
  expect(first - begun).toBeGreaterThan(syncMillis * 2);
});

test('a letter that is taken back while it is being written is taken back on disk as well', async ({
  laptop,
}) => {
  const running = await laptop('a', { settings: { userName: '周敏' } });
  const { app, page } = running;
  await importItinerary(running, itinerary);
  await openStop(page, '第一组', 1);
  const line = page.getByRole('textbox', { name: '快速记录' });
  const texts = async () =>
    Object.values(await recordsOfLaptop(page)).flatMap((json) => {
      const { kind, fields } = JSON.parse(json) as RecordState;
      return kind === 'note' ? (fields['text']?.heads.map(({ value }) => value) ?? []) : [];
    });
  await line.pressSequentially('围挡');
  await expect.poll(texts).toEqual(['围挡']);
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();
  await app.evaluate(slowDisk, 1500);
  await line.press('X');
  // The letter is on its way to the slow disk by then, and what stands in the box is what was saved before it.
  await page.waitForTimeout(600);
  await line.press('Backspace');
  await expect.poll(texts).toEqual(['围挡X']);
  await expect.poll(texts).toEqual(['围挡']);
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();
});

/** Runs in main: from now on every fsync of a journal takes this long. */
async function slowDisk(_: unknown, millis: number): Promise<void> {
  const { open } = process.getBuiltinModule('node:fs/promises');
  const handle = await open(process.execPath, 'r');
  const prototype = Object.getPrototypeOf(handle) as {
    datasync(): Promise<void>;
    real?: () => Promise<void>;
  };
  await handle.close();
  const real = (prototype.real ??= prototype.datasync);
  prototype.datasync = async function slow(this: unknown) {
    await new Promise((resolve) => setTimeout(resolve, millis));
    return real.call(this);
  };
}

/** The figures of a run, for whoever reads the log. */
function describeReport({ losses, late, reopenings, emptyOpenings, done }: KillReport): string {
  const sorted = losses.toSorted((a, b) => a - b);
  const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1];
  return [
    `XUNJI_SEED=${seed}: ${losses.length} kills`,
    `typing lost: median ${median(losses)} ms, p99 ${p99} ms, beyond the promise ${late.length}`,
    `reopened in ${median(reopenings)} ms (worst ${Math.max(...reopenings)}), an empty laptop in ${median(emptyOpenings)}`,
    `done: ${[...done].map(([action, count]) => `${action} ${count}`).join(', ')}`,
  ].join('; ');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

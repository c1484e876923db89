import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import {
  environment,
  exitCode,
  fixtureFolder,
  hostFolder,
  launchFixture,
  newProfile,
} from './launch-fixture';

test('what IndexedDB has stored strictly survives SIGKILL of the app, and Chromium dies with it', async () => {
  const first = await launchFixture();
  await first.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('notes', 1);
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('notes'));
        request.addEventListener('error', () => reject(new Error('not opened')));
        request.onsuccess = () => {
          const transaction = request.result.transaction('notes', 'readwrite', { durability: 'strict' });
          transaction.objectStore('notes').put('已保存', 1);
          transaction.oncomplete = () => resolve();
        };
      }),
  );
  expect(chromiumsOn(first.profile).length).toBeGreaterThan(0);
  const closed = first.app.waitForEvent('close');
  first.app.process().kill('SIGKILL');
  await closed;
  await expect.poll(() => chromiumsOn(first.profile), { timeout: 10_000 }).toEqual([]);

  const second = await launchFixture(first.profile);
  const kept = await second.page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('notes', 1);
        request.onsuccess = () => {
          const read = request.result.transaction('notes').objectStore('notes').get(1);
          read.onsuccess = () => resolve(read.result);
        };
      }),
  );
  expect(kept).toBe('已保存');
  await second.app.close();
});

/** Process ids whose command line names the profile; Linux only, as the other systems have no /proc. */
function chromiumsOn(profile: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return commandLine.includes(profile) && /chrom|msedge/i.test(commandLine.split('\0')[0] ?? '');
    } catch {
      return false;
    }
  });
}

test('a second start on the same profile is refused and the first is told', async () => {
  const { app, profile } = await launchFixture();
  const args = [join(hostFolder, 'launch.cjs'), fixtureFolder, `--user-data-dir=${profile}`, '--from-second'];
  const second = await new Promise<{ code: unknown; stdout: string }>((resolve) => {
    execFile(process.execPath, args, { env: environment() }, (error, stdout) =>
      resolve({ code: error?.code, stdout }),
    );
  });
  expect(second).toEqual({ code: 7, stdout: 'second refused\n' });
  const told = (): Promise<string[][]> =>
    app.evaluate(() => (globalThis as unknown as { seen: { seconds: string[][] } }).seen.seconds);
  await expect.poll(told).toEqual([expect.arrayContaining(['--from-second']) as string[]]);
  await app.close();
});

test('after the holder of the lock was killed, the next start gets it', async () => {
  const first = await launchFixture();
  const closed = first.app.waitForEvent('close');
  first.app.process().kill('SIGKILL');
  await closed;
  const second = await launchFixture(first.profile);
  expect(await second.app.evaluate(({ app }) => app.hasSingleInstanceLock())).toBe(true);
  await second.app.close();
});

test('quitting can be prevented, and otherwise emits its events in order', async () => {
  const { app } = await launchFixture();
  const after = await app.evaluate(async ({ app }) => {
    app.once('before-quit', (event) => event.preventDefault());
    app.quit();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return 'still here';
  });
  expect(after).toBe('still here');
  const lines: string[] = [];
  app.process().stdout?.on('data', (data: Buffer) => lines.push(...data.toString().trim().split('\n')));
  await app.evaluate(({ app }) => {
    for (const name of ['before-quit', 'will-quit', 'quit'] as const) {
      app.on(name as 'quit', () => void process.stdout.write(`${name}\n`));
    }
  });
  await app.close();
  expect(lines).toEqual(['before-quit', 'will-quit', 'quit']);
});

test('an app whose main file is an ES module starts, with modules that the host lacks among its imports', async () => {
  const { app } = await launchFixture(newProfile(), join(import.meta.dirname, 'module-app'));
  expect(
    await app.evaluate(() => (globalThis as unknown as { trayIsImported: boolean }).trayIsImported),
  ).toBe(true);
  await app.close();
});

test('a window that its own button closes ends the app in order', async () => {
  const { app, page } = await launchFixture();
  const ended = exitCode(app.process());
  const lines: string[] = [];
  app.process().stdout?.on('data', (data: Buffer) => lines.push(...data.toString().trim().split('\n')));
  await app.evaluate(({ app, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.on('close', () => void process.stdout.write('close\n'));
    app.on('quit', () => void process.stdout.write('quit\n'));
  });
  const session = await page.context().newCDPSession(page);
  // What the button does, past the host: the browser closes the page by itself.
  await session.send('Page.close').catch(() => undefined);
  expect(await ended).toBe(0);
  expect(lines).toEqual(['close', 'quit']);
});

test('a killed browser ends the app with an error code', async () => {
  const { app, profile } = await launchFixture();
  const ended = exitCode(app.process());
  for (const pid of chromiumsOn(profile)) {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (!commandLine.includes('--type=')) process.kill(Number(pid), 'SIGKILL');
  }
  expect(await ended).toBe(1);
});

test('for a person without a dialog program, files are saved under a free name in the downloads folder', async () => {
  const home = newProfile();
  const noDialogs = {
    HOME: home,
    USERPROFILE: home,
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
    XUNJI_HOST_DIALOGS: 'browser',
  };
  const { app } = await launchFixture(newProfile(), fixtureFolder, noDialogs);
  const save = (): Promise<unknown> =>
    app.evaluate(({ dialog }) => dialog.showSaveDialog({ defaultPath: '纪要.docx' }));
  expect(await save()).toEqual({ canceled: false, filePath: join(home, 'Downloads', '纪要.docx') });
  writeFileSync(join(home, 'Downloads', '纪要.docx'), '');
  expect(await save()).toEqual({ canceled: false, filePath: join(home, 'Downloads', '纪要 (1).docx') });
  expect(await app.evaluate(({ dialog }) => dialog.showOpenDialog({}))).toEqual({
    canceled: true,
    filePaths: [],
  });
  await app.close();
});

test('launch.cjs starts the app without a debugger, and SIGTERM ends it with its browser', async () => {
  const profile = newProfile();
  const args = [join(hostFolder, 'launch.cjs'), fixtureFolder, `--user-data-dir=${profile}`];
  const child = spawn(process.execPath, args, { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  await expect.poll(() => chromiumsOn(profile).length, { timeout: 10_000 }).toBeGreaterThan(0);
  await sleep(1500);
  expect(stderr).toBe('');
  const ended = exitCode(child);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(chromiumsOn(profile)).toEqual([]);
});

test('an app that fails while loading says so and ends', async () => {
  const args = [join(hostFolder, 'launch.cjs'), join(import.meta.dirname, 'no-such-app')];
  const failed = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    execFile(process.execPath, args, { env: environment() }, (error, _stdout, stderr) =>
      resolve({ code: error?.code, stderr }),
    );
  });
  expect(failed.code).toBe(1);
  expect(failed.stderr).toContain('no-such-app');
});

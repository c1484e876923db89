import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fixtureFolder, launchFixture, type RunningFixture } from './launch-fixture';

let fixture: RunningFixture;
test.beforeAll(async () => {
  fixture = await launchFixture();
});
test.afterAll(() => fixture.app.close());

test('an API that the host lacks throws with its name', async () => {
  const thrown = await fixture.app.evaluate((electron) => {
    const messages: string[] = [];
    const attempt = (run: () => unknown): void => {
      try {
        run();
        messages.push('nothing thrown');
      } catch (error) {
        messages.push(error instanceof Error ? error.message : 'not an error');
      }
    };
    const [window] = electron.BrowserWindow.getAllWindows();
    attempt(() => electron.app.getGPUInfo('basic'));
    attempt(() => window?.setKiosk(true));
    attempt(() => window?.webContents.startDrag({ file: 'x', icon: 'y' }));
    attempt(() => new electron.Tray('x'));
    attempt(() => electron.globalShortcut.register('A', () => undefined));
    attempt(() => (electron as unknown as Record<string, unknown>).somethingNew);
    attempt(() => window?.on('app-command', () => undefined));
    return messages;
  });
  expect(thrown).toEqual([
    'not in the Chromium host: electron.app.getGPUInfo',
    'not in the Chromium host: electron.BrowserWindow.setKiosk',
    'not in the Chromium host: electron.webContents.startDrag',
    'not in the Chromium host: electron.Tray (constructor)',
    'not in the Chromium host: electron.globalShortcut.register',
    'not in the Chromium host: electron.electron.somethingNew',
    "not in the Chromium host: electron.BrowserWindow.on('app-command')",
  ]);
});

test('dialogs are cancelled by default and can be replaced by a test', async () => {
  const { app } = fixture;
  expect(await app.evaluate(({ dialog }) => dialog.showOpenDialog({}))).toEqual({
    canceled: true,
    filePaths: [],
  });
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: '/tmp/chosen.docx' });
  });
  expect(await app.evaluate(({ dialog }) => dialog.showSaveDialog({}))).toEqual({
    canceled: false,
    filePath: '/tmp/chosen.docx',
  });
});

test('printToPDF makes one A4 page', async () => {
  const text = await fixture.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const pdf = await contents?.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      margins: { top: 1, bottom: 1 },
    });
    return pdf?.toString('latin1') ?? '';
  });
  expect(text.startsWith('%PDF-')).toBe(true);
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(text) ?? [];
  // A4 in points; Chromium rounds to whole ones.
  expect(Math.abs(Number(width) - 595.28)).toBeLessThan(1);
  expect(Math.abs(Number(height) - 841.89)).toBeLessThan(1);
});

test('capturePage gives a PNG of the page', async () => {
  const { head, size } = await fixture.app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return { head: image?.toPNG().toString('latin1').slice(1, 4), size: image?.getSize() };
  });
  expect(head).toBe('PNG');
  expect(size?.width).toBe(900);
});

test('themeSource reaches prefers-color-scheme and stays over a reload', async () => {
  const { app, page } = fixture;
  const isDark = (): Promise<boolean> =>
    page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await isDark()).toBe(false);
  const dark = await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
    return nativeTheme.shouldUseDarkColors;
  });
  expect(dark).toBe(true);
  await expect.poll(isDark).toBe(true);
  await page.reload();
  await expect.poll(isDark).toBe(true);
});

test('permissions are denied when the app does not grant them', async () => {
  const states = await fixture.page.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'notifications'] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
});

test('a permission that the app grants is granted', async () => {
  const { app, page } = fixture;
  await app.evaluate(({ session }) => {
    const { defaultSession } = session;
    defaultSession.setPermissionCheckHandler((_contents, _permission, origin) => origin === 'app://bundle/');
    defaultSession.setPermissionRequestHandler((contents, permission, callback) =>
      callback(permission === 'geolocation' && contents.getURL() === 'app://bundle/index.html'),
    );
  });
  const state = (name: PermissionName): Promise<string> =>
    page.evaluate(async (asked) => (await navigator.permissions.query({ name: asked })).state, name);
  await expect.poll(() => state('geolocation')).toBe('granted');
  expect(await state('notifications')).toBe('denied');
});

test('a utility process talks over its parent port and ends when killed', async () => {
  const answer = await fixture.app.evaluate(
    async ({ utilityProcess }, helper) => {
      const child = utilityProcess.fork(helper);
      const message = new Promise((resolve) => child.once('message', resolve));
      child.postMessage({ number: 21, sent: new Map([['a', 1]]) });
      const got = (await message) as { doubled: number; sent: Map<string, number> };
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      return { doubled: got.doubled, sent: got.sent.get('a') };
    },
    join(fixtureFolder, 'helper.cjs'),
  );
  expect(answer).toEqual({ doubled: 42, sent: 1 });
});

test('safeStorage seals and opens, and says that it protects nothing', async () => {
  const got = await fixture.app.evaluate(async ({ safeStorage, shell, Menu, clipboard }) => {
    const sealed = safeStorage.encryptString('口令');
    const menu = Menu.buildFromTemplate([{ label: '文件', submenu: [{ id: 'open', label: '打开' }] }]);
    await shell.openExternal('https://example.invalid/');
    await clipboard.writeText('剪贴');
    return {
      backend: safeStorage.getSelectedStorageBackend(),
      hidden: !sealed.toString('utf8').includes('口令'),
      opened: safeStorage.decryptString(sealed),
      item: menu.getMenuItemById('open')?.label,
      pasted: await clipboard.readText(),
      recorded: (shell as unknown as { __hostOpened: { target: string }[] })['__hostOpened'].map(
        ({ target }) => target,
      ),
    };
  });
  expect(got).toEqual({
    backend: 'basic_text',
    hidden: true,
    opened: '口令',
    item: '打开',
    pasted: '剪贴',
    recorded: ['https://example.invalid/'],
  });
});

test('the window reaches no network, not even a literal address', async () => {
  const reached = await fixture.app.evaluate(async ({ BrowserWindow, session }) => {
    session.defaultSession.webRequest.onBeforeRequest(null);
    const window = new BrowserWindow({ show: false });
    const results = [];
    for (const url of ['http://127.0.0.1:18080/', 'https://example.com/']) {
      results.push(
        await window.loadURL(url).then(
          () => 'loaded',
          (error: Error) => error.message,
        ),
      );
    }
    window.destroy();
    return results;
  });
  for (const message of reached) expect(message).toContain('ERR_NAME_NOT_RESOLVED');
});

test('a crashed page is reported, and a reload brings it back', async () => {
  const got = await fixture.app.evaluate(async ({ app, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('no window');
    const gone = new Promise<string>((resolve) =>
      app.once('render-process-gone', (_event, _contents, { reason }) => resolve(reason)),
    );
    contents.forcefullyCrashRenderer();
    const reason = await gone;
    const finished = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
    contents.reload();
    await finished;
    return { reason, title: (await contents.executeJavaScript('document.title')) as unknown };
  });
  expect(got).toEqual({ reason: 'crashed', title: '夹具' });
});

test('a hidden window without scripts beside a visible one loads and prints', async () => {
  const printed = await fixture.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { javascript: false } });
    await window.loadURL('app://bundle/index.html');
    const pdf = await window.webContents.printToPDF({ pageSize: 'A4' });
    const state = (await window.webContents.executeJavaScript('document.body.innerText')) as string;
    const closed = new Promise<void>((resolve) => window.once('closed', () => resolve()));
    window.close();
    await closed;
    return { head: pdf.toString('latin1').slice(0, 5), scriptRan: state.includes('ready') };
  });
  expect(printed).toEqual({ head: '%PDF-', scriptRan: false });
});

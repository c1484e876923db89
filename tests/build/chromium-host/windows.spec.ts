import { expect, test } from '@playwright/test';
import { exitCode, launchFixture, type RunningFixture } from './launch-fixture';

let fixture: RunningFixture;
test.beforeEach(async () => {
  fixture = await launchFixture();
});
test.afterEach(() => fixture.app.close());

test('a window opens and its page loads, with the events in order', async () => {
  const { app, page } = fixture;
  expect(await page.title()).toBe('夹具');
  const seen = await app.evaluate(
    () => (globalThis as unknown as { seen: { events: string[] } }).seen.events,
  );
  expect(seen).toEqual(['web-contents-created', 'ready-to-show', 'did-finish-load']);
  const names = await app.evaluate(({ app }) => [app.getName(), app.getVersion(), app.getPath('userData')]);
  expect(names).toEqual(['Host Fixture', '1.2.3', fixture.profile]);
});

test('window options are recorded for assertions on isolation', async () => {
  const options = await fixture.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows() as unknown as { __hostOptions: object }[];
    return JSON.parse(JSON.stringify(window?.['__hostOptions'])) as { webPreferences: object };
  });
  expect(options).toMatchObject({ width: 900, height: 640, show: false });
  expect(options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
  });
});

test('a window has its size, can be resized, maximised, minimised, restored, shown and hidden', async () => {
  const { app, page } = fixture;
  expect(await page.evaluate(() => outerWidth)).toBe(900);
  const states = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    window.setSize(700, 500);
    const size = window.getSize();
    window.hide();
    const hidden = window.isVisible();
    window.show();
    window.minimize();
    const minimised = window.isMinimized();
    window.restore();
    return { size, hidden, shown: window.isVisible(), minimised, restored: window.isMinimized() };
  });
  expect(states).toEqual({ size: [700, 500], hidden: false, shown: true, minimised: true, restored: false });
  await expect.poll(() => page.evaluate(() => outerWidth)).toBe(700);
});

test('browserWindow() and fromWebContents find the same window', async () => {
  const { app, page } = fixture;
  const window = await app.browserWindow(page);
  expect(await window.evaluate((found) => found.webContents.getURL())).toBe('app://bundle/index.html');
  expect(
    await app.evaluate(({ BrowserWindow }, found) => BrowserWindow.getAllWindows()[0] === found, window),
  ).toBe(true);
});

test('a close that the app prevents leaves the window open', async () => {
  const { app } = fixture;
  const left = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.once('close', (event) => event.preventDefault());
    window?.close();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return BrowserWindow.getAllWindows().length;
  });
  expect(left).toBe(1);
});

test('a page that objects in beforeunload stays, unless the app overrules it', async () => {
  const { app, page } = fixture;
  await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
  const left = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const asked = new Promise((resolve) => window?.webContents.once('will-prevent-unload', resolve));
    window?.close();
    await asked;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return BrowserWindow.getAllWindows().length;
  });
  expect(left).toBe(1);
  const closed = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.on('will-prevent-unload', (event) => event.preventDefault());
    window?.close();
  });
  await closed;
});

test('closing the page from the test ends the app through window-all-closed', async () => {
  const ended = exitCode(fixture.app.process());
  await fixture.page.close();
  expect(await ended).toBe(0);
});

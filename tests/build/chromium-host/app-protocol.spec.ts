import { expect, test } from '@playwright/test';
import { launchFixture, type RunningFixture } from './launch-fixture';

let fixture: RunningFixture;
test.beforeAll(async () => {
  fixture = await launchFixture();
});
test.afterAll(() => fixture.app.close());

test('the custom scheme is a secure origin and the main process sees it as app://', async () => {
  const { app, page } = fixture;
  expect(
    await page.evaluate(() => [isSecureContext, typeof crypto.subtle, location.origin !== 'null']),
  ).toEqual([true, 'object', true]);
  const url = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
  expect(url).toBe('app://bundle/index.html');
});

test('method and body reach the handler', async () => {
  const got = await fixture.page.evaluate(async () => {
    const response = await fetch('/echo?x=1', { method: 'POST', body: '正文' });
    return (await response.json()) as object;
  });
  expect(got).toEqual({ method: 'POST', body: '正文', url: 'app://bundle/echo?x=1' });
});

test('a range is answered with 206, a stream as a whole, a missing file with 404', async () => {
  const got = await fixture.page.evaluate(async () => {
    const range = await fetch('/numbers', { headers: { range: 'bytes=2-5' } });
    const stream = await fetch('/stream');
    return {
      range: [range.status, await range.text(), range.headers.get('content-range')],
      stream: await stream.text(),
      missing: (await fetch('/nowhere.html')).status,
    };
  });
  expect(got).toEqual({ range: [206, '2345', 'bytes 2-5/10'], stream: 'streamed body', missing: 404 });
});

test("the handler's content security policy is enforced", async () => {
  const got = await fixture.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    const other = await fetch('https://elsewhere.invalid/').then(
      () => 'reached',
      (error: unknown) => String(error),
    );
    return { injected: 'injected' in window, other };
  });
  expect(got).toEqual({ injected: false, other: 'TypeError: Failed to fetch' });
});

test('workers start from the custom scheme', async () => {
  const said = await fixture.page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/worker.js');
        worker.addEventListener('message', ({ data }) => resolve(data));
        worker.addEventListener('error', () => reject(new Error('the worker did not start')));
      }),
  );
  expect(said).toBe('from the worker');
});

test('a popup is shown to the window-open handler and denied', async () => {
  const { app, page } = fixture;
  await page.click('#popup');
  const popups = (): Promise<string[]> =>
    app.evaluate(() => (globalThis as unknown as { seen: { popups: string[] } }).seen.popups);
  await expect.poll(popups).toEqual(['https://example.invalid/popup']);
  await expect.poll(() => app.windows().length).toBe(1);
});

test('a navigation out of the app is stopped by will-navigate', async () => {
  const { app, page } = fixture;
  await page.click('#away');
  const navigations = (): Promise<string[]> =>
    app.evaluate(() => (globalThis as unknown as { seen: { navigations: string[] } }).seen.navigations);
  await expect.poll(navigations).toEqual(['https://example.invalid/away']);
  expect(await page.title()).toBe('夹具');
});

test('webRequest can cancel a request and change the headers of an answer', async () => {
  const { app, page } = fixture;
  await app.evaluate(({ session }) => {
    const { webRequest } = session.defaultSession;
    webRequest.onBeforeRequest({ urls: ['app://bundle/stream'] }, (_details, callback) =>
      callback({ cancel: true }),
    );
    webRequest.onHeadersReceived(({ responseHeaders }, callback) =>
      callback({ responseHeaders: { ...responseHeaders, 'x-added': ['by the app'] } }),
    );
  });
  const got = await page.evaluate(async () => ({
    cancelled: await fetch('/stream').then(
      () => false,
      () => true,
    ),
    added: (await fetch('/numbers')).headers.get('x-added'),
  }));
  expect(got).toEqual({ cancelled: true, added: 'by the app' });
});

test('reloading works while the network is switched off', async () => {
  const { page } = fixture;
  await page.context().setOffline(true);
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  await page.reload();
  await page.getByText('ready object').waitFor();
  await page.context().setOffline(false);
});

import { expect, test } from '@playwright/test';
import { launchFixture, type RunningFixture } from './launch-fixture';

interface Bridge {
  invoke(channel: string, value?: unknown): Promise<unknown>;
  ping(text: string): void;
  onPong(listener: (text: string) => void): void;
  add(a: number, b: number): number;
  fail(): void;
  nested: { list: number[] };
}
declare global {
  interface Window {
    fixture: Bridge;
  }
}

let fixture: RunningFixture;
test.beforeAll(async () => {
  fixture = await launchFixture();
});
test.afterAll(() => fixture.app.close());

test('values that JSON cannot carry make the round trip to the main process', async () => {
  const equal = await fixture.page.evaluate(async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
    const sent = {
      buffer: bytes.buffer,
      view: new Float64Array([1.5, -0]),
      map: new Map<unknown, unknown>([['键', new Set([1, 2n])]]),
      date: new Date(0),
      nothing: undefined,
      odd: [NaN, Infinity],
      $: 'a key that looks like a tag',
    };
    const got = (await window.fixture.invoke('echo', sent)) as typeof sent;
    const inner = got.map.get('键') as Set<unknown>;
    return {
      buffer:
        new Uint8Array(got.buffer).every((byte, i) => byte === bytes[i]) && got.buffer.byteLength === 70_000,
      view: got.view instanceof Float64Array && got.view[0] === 1.5 && Object.is(got.view[1], -0),
      map: inner.has(1) && inner.has(2n),
      date: got.date instanceof Date && got.date.getTime() === 0,
      nothing: 'nothing' in got && got.nothing === undefined,
      odd: Number.isNaN(got.odd[0]) && got.odd[1] === Infinity,
      tag: got.$ === 'a key that looks like a tag',
    };
  });
  expect(equal).toEqual({
    buffer: true,
    view: true,
    map: true,
    date: true,
    nothing: true,
    odd: true,
    tag: true,
  });
});

test('a long answer comes, also while the network is switched off, letter by letter as it was', async () => {
  const isSame = () =>
    fixture.page.evaluate(async () => {
      const sent = `"\\"${'检查'.repeat(100_000)}\uD800`;
      return (await window.fixture.invoke('echo', sent)) === sent;
    });
  const asked: string[] = [];
  fixture.page.on('request', (request) => asked.push(request.url()));
  expect(await isSame()).toBe(true);
  await fixture.page.context().setOffline(true);
  expect(await isSame()).toBe(true);
  await fixture.page.context().setOffline(false);
  // Fetched, and not sent as a message: else the other way would be tested twice.
  expect(asked).toHaveLength(2);
  // What was fetched once is not there a second time, for a script of the page least of all.
  const again = await fixture.page.evaluate((url) => fetch(url).then(({ status }) => status), asked[0] ?? '');
  expect(again).toBe(404);
});

test('the main process sees which frame of which window calls', async () => {
  expect(await fixture.page.evaluate(() => window.fixture.invoke('whoami'))).toEqual({
    url: 'app://bundle/index.html',
    origin: 'app://bundle',
    hasRoute: true,
    isWindow: true,
  });
});

test("a handler's error and a missing handler reject with Electron's words", async () => {
  const failure = (channel: string): Promise<string> =>
    fixture.page.evaluate((name) => window.fixture.invoke(name).then(String, String), channel);
  expect(await failure('fail')).toContain("Error invoking remote method 'fail': Error: refused on purpose");
  expect(await failure('nobody')).toContain("Error: No handler registered for 'nobody'");
});

test('messages go both ways without an answer', async () => {
  const answer = await fixture.page.evaluate(
    () =>
      new Promise((resolve) => {
        window.fixture.onPong(resolve);
        window.fixture.ping('hello');
      }),
  );
  expect(answer).toBe('hello back');
  const heard: string[] = [];
  await fixture.page.exposeFunction('heard', (text: string) => heard.push(text));
  await fixture.page.evaluate(() => {
    const { heard } = globalThis as unknown as { heard(text: string): void };
    window.fixture.onPong(heard);
  });
  await fixture.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('pong', 'from main'),
  );
  await expect.poll(() => heard).toEqual(['from main']);
});

test('the page sees the exposed API, frozen, and nothing else of the preload', async () => {
  const seen = await fixture.page.evaluate(() => {
    const scope = globalThis as unknown as Record<string, unknown>;
    const thrown = (run: () => unknown): string => {
      try {
        run();
        return 'nothing thrown';
      } catch (error) {
        return error instanceof Error ? error.message : 'not an error';
      }
    };
    return {
      globals: ['require', 'module', 'process', 'preloadGlobal', 'hostWorld'].filter((name) => name in scope),
      internals: Object.getOwnPropertyNames(scope).filter(
        (name) => /host/i.test(name) && name !== 'HostObject',
      ),
      frozen: [window.fixture, window.fixture.add, window.fixture.nested.list].every(Object.isFrozen),
      sum: window.fixture.add(2, 3),
      thrown: thrown(() => window.fixture.fail()),
      replaced: thrown(() => Object.defineProperty(window, 'fixture', { value: 1 })),
    };
  });
  expect(seen).toMatchObject({
    globals: [],
    internals: [],
    frozen: true,
    sum: 5,
    thrown: 'thrown in preload',
  });
  expect(seen.replaced).toContain('redefine');
});

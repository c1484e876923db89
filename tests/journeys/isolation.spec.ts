import { bridgeCalls } from '../../shared/protocol/bridge';
import { expect, test } from './fixtures';

const person = { settings: { userName: '周敏' } };

/** What a hostile or broken page might send instead of what a call expects. */
const badInputs: readonly unknown[] = [
  null,
  undefined,
  0,
  'text',
  [],
  { changes: 'x' },
  { sha256: '../../etc/passwd' },
  { sha256: 'A'.repeat(64) },
  { upload: '../../x', bytes: new Uint8Array(2 << 20) },
  { after: -1, limit: 1e9 },
  { origin: 'local', changes: [{ id: '../x' }] },
  { serverUrl: 'file:///etc/passwd', userName: '' },
  { folder: '..', name: '../../x' },
  JSON.parse('{"__proto__": {"polluted": true}}'),
];

test('the window is sandboxed and isolated, and sees nothing but the bridge', async ({ laptop }) => {
  const { app, page } = await laptop('a', person);
  const options = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return {};
    // The host records what the app asked for; Electron itself knows what it made of it.
    const recorded = Reflect.get(window, '__hostOptions') as { webPreferences: object } | undefined;
    if (recorded) return recorded.webPreferences;
    const contents = window.webContents;
    return Reflect.apply(Reflect.get(contents, 'getLastWebPreferences') as () => object, contents, []);
  });
  expect(options).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false });
  const seen = await page.evaluate(() => ({
    require: typeof Reflect.get(window, 'require'),
    process: typeof Reflect.get(window, 'process'),
    electron: typeof Reflect.get(window, 'electron'),
    bridge: Object.keys(window.xunji),
    frozen: Object.isFrozen(window.xunji),
  }));
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    electron: 'undefined',
    bridge: ['call'],
    frozen: true,
  });
});

test('every call refuses what does not fit its schema, and the app lives on', async ({ laptop }) => {
  const { page } = await laptop('a', person);
  const names = (Object.keys(bridgeCalls) as (keyof typeof bridgeCalls)[]).filter((name) =>
    badInputs.some((input) => !bridgeCalls[name].input.safeParse(input).success),
  );
  expect(names.length).toBeGreaterThan(8);
  // Handed over once: two megabytes for each of a hundred calls take half a minute.
  const inputs = await page.evaluateHandle((all) => all, badInputs);
  for (const name of names) {
    const refused = badInputs.map((input) => !bridgeCalls[name].input.safeParse(input).success);
    const codes = await page.evaluate(
      async ([call, all, isRefused]) => {
        const answers = await Promise.all(
          all
            .filter((_, index) => isRefused[index])
            .map((input) => window.xunji.call(call, input).catch((error) => String(error))),
        );
        return answers.map(
          (answer) => (answer as { problem?: { code: string } }).problem?.code ?? JSON.stringify(answer),
        );
      },
      [name, inputs, refused] as const,
    );
    expect(new Set(codes), name).toEqual(new Set(['request.invalid']));
  }
  const endless = await page.evaluate(async () => {
    const value: Record<string, unknown> = { origin: 'local', changes: [] };
    value['changes'] = [value];
    let deep: unknown = 1;
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    const call = async (changes: unknown) => {
      try {
        const answer = await window.xunji.call('journal.append', { origin: 'local', changes });
        return (answer as { ok: boolean }).ok;
      } catch {
        return false;
      }
    };
    return [await call(value), await call([deep]), await call(['x'.repeat(30 << 20)])];
  });
  expect(endless).toEqual([false, false, false]);
  const unknown = await page.evaluate(() => window.xunji.call('fs.read' as never, {}).catch(() => 'refused'));
  expect(unknown).toBe('refused');
  expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
});

test('the policy forbids inline scripts, other origins and eval', async ({ laptop }) => {
  const { page } = await laptop('a', person);
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    const fetched = await fetch('https://example.com/').then(
      () => 'fetched',
      () => 'refused',
    );
    // The debugger's own evaluation may use eval; a timer with a text has to ask the policy.
    Reflect.apply(setTimeout, window, ['window.evaluated = true', 0]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const evaluated = Reflect.get(window, 'evaluated') as unknown;
    const style = await fetch('index.html').then(
      (response) => response.headers.get('content-security-policy') ?? '',
    );
    return { injected: Reflect.get(window, 'injected') as unknown, fetched, evaluated, policy: style };
  });
  expect(outcome).toMatchObject({ injected: undefined, fetched: 'refused', evaluated: undefined });
  // WebAssembly may run (checklists, HEIC pictures); no text may become a script or a style.
  expect(outcome.policy.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
});

test('no path leads out of the bundle, no link out of the app', async ({ laptop }) => {
  const { app, page } = await laptop('a', person);
  const tries = [
    '../package.json',
    '..%2f..%2fpackage.json',
    'files/../../device.json',
    '%2e%2e/main.js',
    'assets/../../electron/main.js',
    'files/' + '0'.repeat(64),
    'C:\\Windows\\win.ini',
    '//etc/passwd',
  ];
  const answers = await page.evaluate(
    (paths) =>
      Promise.all(
        paths.map((path) =>
          fetch(`/${path}`).then(
            (response) => response.status,
            () => 'refused',
          ),
        ),
      ),
    tries,
  );
  expect(answers.filter((status) => status === 200)).toEqual([]);
  const address = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
  // From a timer: what is driven from outside must not wait for a page that is being kept from leaving.
  await page.evaluate(() => void setTimeout(() => location.assign('https://example.com/'), 0));
  await page.waitForTimeout(1000);
  expect(await address()).toContain('app://xunji/');
  await page.evaluate(() => void setTimeout(() => window.open('https://example.com/'), 0));
  await page.waitForTimeout(1000);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await address()).toContain('app://xunji/');
});

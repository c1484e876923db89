import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchApp } from '../../build/driver/launch-app';
import { packApp } from '../../build/steps/pack-app';
import manifest from '../../package.json' with { type: 'json' };

let resources: string;
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'packed-'));
  resources = await packApp();
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const packed = () =>
  listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/'));

it('holds what the app needs to run', () => {
  expect(packed()).toEqual(
    expect.arrayContaining([
      '/package.json',
      '/dist/electron/main.js',
      '/dist/electron/preload.cjs',
      '/dist/electron/headless.js',
      '/dist/electron/table-reader.js',
      '/dist/renderer/index.html',
      '/dist/server/main.js',
      ...Object.keys(manifest.dependencies).map((name) => `/node_modules/${name}/package.json`),
    ]),
  );
});

it('holds no sources, tests, samples, or tools', () => {
  const own = packed().filter((path) => !path.startsWith('/node_modules'));
  expect(
    own.filter(
      (path) =>
        !/^\/(package\.json|NOTICE|licenses(\/.*)?|dist(\/(electron|renderer|server)(\/.*)?)?)$/.test(path),
    ),
  ).toEqual([]);
  expect(own.filter((path) => /\.(ts|tsx|map)$/.test(path))).toEqual([]);
  const tools = Object.keys(manifest.devDependencies).map((name) => `/node_modules/${name}/package.json`);
  expect(packed().filter((path) => tools.includes(path))).toEqual([]);
});

it('names whose work is in it, with the licences that ask for it', async () => {
  const folder = join(scratch, 'notice');
  extractAll(join(resources, 'app.asar'), folder);
  const read = (path: string) => readFile(join(folder, path), 'utf8');
  const notice = await read('NOTICE');
  const parts = { 'libheif-js': 'LGPL-3.0', exifreader: 'MPL-2.0' } as const;
  for (const name of ['libheif-js', 'exifreader'] as const) {
    expect(notice).toContain(`${name} ${manifest.devDependencies[name]}`);
    expect(notice).toContain(`(${parts[name]})`);
  }
  expect(await read('licenses/libheif-js/LICENSE')).toContain('GNU LESSER GENERAL PUBLIC LICENSE');
  expect(await read('licenses/exifreader/LICENSE')).toContain('Mozilla Public License Version 2.0');
});

it('leaves the library under the LGPL in a file of its own that can be replaced', async () => {
  const assets = join(resources, 'app.asar.unpacked/dist/renderer/assets');
  const [library = '', ...more] = await readdir(assets);
  expect(more).toEqual([]);
  expect(library).toMatch(/^wasm-bundle-.*\.js$/);
  expect(await readFile(join(assets, library), 'utf8')).toContain('heif_');
});

it('starts from what was packed, outside the checkout', async () => {
  const folder = join(scratch, 'app');
  extractAll(join(resources, 'app.asar'), folder);
  const running = await launchApp({ home: join(scratch, 'home'), folder, settings: { userName: '周敏' } });
  expect(await running.page.title()).toContain('巡记');
  const version = await running.app.evaluate(({ app }) => app.getVersion());
  expect(version).toBe(manifest.version);
  const list = join(scratch, '名单.csv');
  await writeFile(list, '姓名\n顾承昇\n');
  await running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, list);
  const opened = await running.page.evaluate(() => window.xunji.call('tables.open', { purpose: 'list' }));
  expect(opened).toMatchObject({
    ok: true,
    value: { file: '名单.csv', sheets: [{ name: '名单', rows: 2 }] },
  });
  await running.close();
});

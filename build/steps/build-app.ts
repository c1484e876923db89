import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root';
import { runPackage } from './run-program';

const configs = [
  'build/chromium-host/vite.config.ts',
  'electron/vite.config.ts',
  'electron/vite.preload.ts',
  'renderer/vite.config.ts',
  'server/vite.config.ts',
];

/** Builds host, main, preload, window and server into dist/; does nothing when no source has changed since. */
export async function buildApp(): Promise<void> {
  const root = projectRoot();
  const stamp = join(root, 'dist', '.built');
  const state = stateOfSources(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  process.stdout.write('构建 Building …\n');
  for (const config of configs) {
    const { code, output } = await runPackage('vite/bin/vite.js', [
      'build',
      '--logLevel',
      'warn',
      '--config',
      config,
    ]);
    if (code !== 0) throw new Error(`${config}\n${output}`);
  }
  writeFileSync(stamp, state);
}

function stateOfSources(root: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of ['build', 'electron', 'renderer', 'server', 'shared']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const file = statSync(join(root, folder, name));
      if (file.isFile()) hash.update(`${folder}/${name} ${file.size} ${file.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

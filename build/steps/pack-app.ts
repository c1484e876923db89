import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './project-root';
import { runPackage } from './run-program';

/** Files that electron-builder looks for in an Electron distribution; on the host they are empty. */
const placeholders = [
  'LICENSE',
  'LICENSES.chromium.html',
  'chrome-sandbox',
  'chrome_crashpad_handler',
  'locales/zh-CN.pak',
  'locales/en-US.pak',
];

/**
 * Packs the built app into out/pack. With Electron's binary: a release with its fuses set. Without: the same files beside the
 * Chromium host as a folder for Linux, which shows that the set of files is whole, but is nothing to hand out.
 * Returns the folder with the packed resources.
 */
export async function packApp(): Promise<string> {
  const root = projectRoot();
  const output = join(root, 'out/pack');
  await rm(output, { recursive: true, force: true });
  const hasElectron = existsSync(join(root, 'node_modules/electron/dist/version'));
  const args = hasElectron
    ? ['--config', 'electron-builder.release.yml']
    : ['--linux', 'dir', `-c.electronDist=${await makeHostDistribution(root)}`];
  const { code, output: text } = await runPackage(
    'electron-builder/cli.js',
    [...args, '--publish', 'never'],
    {
      env: { ELECTRON_BUILDER_DISABLE_UPDATE_CHECK: 'true' },
    },
  );
  if (code !== 0) throw new Error(text);
  return join(output, 'linux-unpacked/resources');
}

async function makeHostDistribution(root: string): Promise<string> {
  const folder = join(root, 'dist/host-distribution');
  await rm(folder, { recursive: true, force: true });
  for (const name of ['resources', 'locales']) await mkdir(join(folder, name), { recursive: true });
  await cp(join(root, 'dist/chromium-host'), folder, { recursive: true });
  for (const name of placeholders) await writeFile(join(folder, name), '');
  await chmod(join(folder, 'electron'), 0o755);
  return folder;
}

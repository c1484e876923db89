import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser';
import { projectRoot } from './project-root';
import { runPackage } from './run-program';

export interface Engine {
  readonly command: string;
  readonly args: readonly string[];
  /** Which one and why, for the person who started it. */
  readonly why: string;
}

const probeMillis = 5000;

/** Electron where its binary is there or can be downloaded, else the Chromium host on an installed browser. */
export async function findEngine(): Promise<Engine> {
  const binary = electronBinary();
  if (binary) return { command: binary, args: [], why: 'Electron：已安装。Electron is installed.' };
  const refusal = await downloadElectron();
  const downloaded = electronBinary();
  if (downloaded) return { command: downloaded, args: [], why: 'Electron：已下载。Electron was downloaded.' };
  const browser = await ensureBrowser();
  return {
    command: process.execPath,
    args: [join(projectRoot(), 'dist/chromium-host/launch.cjs')],
    why: `Electron 无法下载（${refusal}），改用 ${browser}。Electron cannot be downloaded; running on ${browser} instead.`,
  };
}

function electronBinary(): string | null {
  const dist = join(projectRoot(), 'node_modules/electron/dist');
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
  const path = join(dist, names[process.platform as 'win32' | 'darwin'] ?? 'electron');
  return existsSync(path) ? path : null;
}

/** Asks the download's host first: on a closed network the installer itself would try for minutes. Returns why it did not work. */
async function downloadElectron(): Promise<string> {
  const mirror =
    process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com';
  try {
    await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(probeMillis) });
  } catch {
    return `${new URL(mirror).host} 不通`;
  }
  process.stdout.write('下载 Electron … Downloading Electron …\n');
  const installer = createRequire(import.meta.url).resolve('electron/install.js');
  const script = installer.slice(installer.lastIndexOf('node_modules') + 'node_modules/'.length);
  const { code, output } = await runPackage(script, [], { show: true });
  return code === 0 ? '' : (output.trim().split('\n').at(-1) ?? 'install.js');
}

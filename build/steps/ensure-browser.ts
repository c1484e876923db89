import { findBrowser } from '../../shared/node/find-browser';
import { ensureDebianPackages } from './ensure-debian-packages';
import { runProgram } from './run-program';

/** The path of a browser for host and PDF; installs Debian's Chromium (and Chinese fonts) when there is none. Throws with the one command to type. */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser(process.env, process.platform);
  if (found && (await hasChineseFont())) return found;
  const packages = [...(found ? [] : ['chromium']), ...((await hasChineseFont()) ? [] : ['fonts-noto-cjk'])];
  const command = await ensureDebianPackages(packages);
  const browser = findBrowser(process.env, process.platform);
  if (browser) return browser;
  throw new Error(
    `没有找到 Chromium、Chrome 或 Edge。请执行 No browser was found. Type: ${command ?? packages.join(' ')}`,
  );
}

/** Without one every Chinese character is an empty box. Elsewhere than on Linux the system brings its own. */
async function hasChineseFont(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const fonts = await runProgram('fc-list', [':lang=zh-cn', 'family']).catch(() => ({ output: '' }));
  return fonts.output.trim() !== '';
}

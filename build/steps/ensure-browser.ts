import { findBrowser } from '../../shared/node/find-browser';
import { ensureDebianPackages } from './ensure-debian-packages';
import { runProgram } from './run-program';

/**
 * The path of a browser for host and PDF; installs Debian's Chromium and a Chinese font where they are missing and it may.
 * Throws with the one command to type when there is no browser. A missing font alone is said, not fatal.
 */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser(process.env, process.platform);
  const packages = [...(found ? [] : ['chromium']), ...(await missingFontPackages())];
  if (found && packages.length === 0) return found;
  const command = await ensureDebianPackages(packages);
  const browser = findBrowser(process.env, process.platform);
  if (!browser) {
    throw new Error(
      `没有找到 Chromium、Chrome 或 Edge。请执行 No browser was found. Type: ${command ?? packages.join(' ')}`,
    );
  }
  if (command)
    process.stdout.write(`没有中文字体，汉字会显示为方框。No Chinese font is installed. Type: ${command}\n`);
  return browser;
}

/** Without a font every Chinese character is an empty box. Elsewhere than on Linux the system brings its own. */
async function missingFontPackages(): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const listed = await runProgram('fc-list', [':lang=zh-cn', 'family']).catch(() => null);
  if (listed === null) return ['fontconfig', 'fonts-noto-cjk'];
  return listed.output.trim() === '' ? ['fonts-noto-cjk'] : [];
}

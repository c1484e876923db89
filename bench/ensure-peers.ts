import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../build/steps/project-root';
import { runProgram } from '../build/steps/run-program';

/** Installs what Xunji is measured against into bench/node_modules, by its own lock file; nothing but the bench needs it. */
export async function ensurePeers(): Promise<void> {
  const folder = join(projectRoot(), 'bench');
  const stamp = join(folder, 'node_modules/.xunji-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stdout.write('安装对比对象 Installing the peers …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { code, output } = await runProgram(npm, ['ci', '--prefix', folder, '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error(output);
  writeFileSync(stamp, lock);
}

// The only script that runs before anything is installed: plain Node, nothing else.
// node build/bootstrap.mjs <script> [arguments]: installs what is missing, builds the scripts, runs one.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules', '.xunji-lock');
const [script = '', ...args] = process.argv.slice(2);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 15)) {
  process.stderr.write(
    `需要 Node 20.15 或更新的版本，现在是 ${process.versions.node}。Node 20.15 or later is needed.\n`,
  );
  process.exit(1);
}

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  process.stdout.write('安装依赖 Installing packages (1–3 min) …\n');
  // A newer Node is recommended by some packages that were tried on Node 20; their warnings would bury real ones.
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
run(process.execPath, [
  vite,
  'build',
  '--logLevel',
  'error',
  '--config',
  join(root, 'build', 'vite.scripts.ts'),
]);
run(process.execPath, [join(root, 'dist', 'scripts', `${script}.js`), ...args]);

/** @param {string} command @param {string[]} parameters */
function run(command, parameters) {
  const shell = process.platform === 'win32' && command === 'npm';
  const done = spawnSync(command, parameters, { cwd: root, stdio: 'inherit', shell });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

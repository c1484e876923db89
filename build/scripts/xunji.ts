import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildApp } from '../steps/build-app';
import { projectRoot } from '../steps/project-root';

/** npm run xunji -- <command>: `serve` is the central server, everything else the headless commands. */
const [command, ...args] = process.argv.slice(2);
await buildApp();
const dist = join(projectRoot(), 'dist');
const target =
  command === 'serve' ? ['server/main.js', ...args] : ['electron/headless.js', ...process.argv.slice(2)];
const [script = '', ...rest] = target;
// Paths that the person typed are relative to where they typed them.
const cwd = process.env['INIT_CWD'] ?? process.cwd();
const child = spawn(process.execPath, [join(dist, script), ...rest], { stdio: 'inherit', cwd });
process.on('SIGINT', () => child.kill('SIGINT'));
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code) => process.exit(code ?? 1));

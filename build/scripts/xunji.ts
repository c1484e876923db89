import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildApp } from '../steps/build-app';
import { projectRoot } from '../steps/project-root';
import { serverArguments } from '../steps/server-arguments';

/** What the central server does; everything else is a headless command of the app. */
const ofServer = ['backup', 'backup-key', 'enrol', 'restore', 'user'];

/** npm run xunji -- <command> */
const [command, ...args] = process.argv.slice(2);
await buildApp();
const dist = join(projectRoot(), 'dist');
const given = process.argv.slice(2);
const target =
  command === 'serve'
    ? ['server/main.js', ...args]
    : [ofServer.includes(command ?? '') ? 'server/main.js' : 'electron/headless.js', ...given];
const [script = '', ...rest] = target;
// Paths that the person typed are relative to where they typed them.
const cwd = process.env['INIT_CWD'] ?? process.cwd();
const options = script === 'server/main.js' ? serverArguments : [];
const child = spawn(process.execPath, [...options, join(dist, script), ...rest], { stdio: 'inherit', cwd });
process.on('SIGINT', () => child.kill('SIGINT'));
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code) => process.exit(code ?? 1));

import inspector from 'node:inspector';
import Module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App } from './app';
import { readArguments } from './command-line';
import { createElectron } from './electron-module';
import { serveElectron } from './serve-electron';

declare const ELECTRON_VERSION: string;

/** Runs the app named in `args` (what follows the executable), as the `electron` command would. */
export function launch(args: readonly string[]): void {
  loadWebClasses();
  const start = readArguments(args, process.cwd());
  process.argv = [process.execPath, ...args];
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: join(__dirname, 'resources') });
  Object.defineProperty(process, 'versions', {
    value: { ...process.versions, electron: `${ELECTRON_VERSION}-chromium-host`, chrome: '' },
  });
  // Electron reports an unhandled rejection and goes on; Node would end the process.
  process.on('unhandledRejection', (reason) => {
    process.stderr.write(`UnhandledPromiseRejectionWarning: ${describe(reason)}\n`);
  });
  const { app, electron } = createElectron(start);
  serveElectron(electron);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  if (start.inspectPort !== undefined) inspector.open(start.inspectPort, '127.0.0.1');
  const require = Module.createRequire(join(start.appPath, 'package.json'));
  for (const preload of start.preloads) require(preload);
  process.on('beforeExit', () => {
    if (app.hostIsStarted()) return;
    fail(
      new Error('the main module never finished loading: it may not await app.whenReady() at its top level'),
    );
  });
  runMain(app, require)
    .then(() => app.hostStart())
    .catch(fail);
}

async function runMain(app: App, require: NodeJS.Require): Promise<void> {
  if (app.mainIsModule) await import(pathToFileURL(app.mainFile).href);
  else require(app.mainFile);
}

function fail(error: unknown): void {
  process.stderr.write(`App threw an error during load\n${describe(error)}\n`);
  process.exit(1);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Node 20 loads these lazily and fails when the first use is by a debugger's evaluation: use each once now. */
function loadWebClasses(): void {
  for (const part of [Request, Response, Headers, fetch, FormData, performance.now, crypto.subtle]) void part;
}

import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../shared/node/durable-file';
import { type Outcome, fail, succeed } from '../shared/outcome';
import { problem } from '../shared/problems';

export interface DirectoryLock {
  release(): Promise<void>;
}

/**
 * One process per data directory: PGlite takes no lock of its own, and two of them corrupt it. The lock is a name that a
 * process listens on, so that the system releases it however the process dies. The directory must exist.
 */
export async function lockDirectory(directory: string): Promise<Outcome<DirectoryLock>> {
  const real = await realpath(directory);
  const name = `xunji-${createHash('sha256').update(real).digest('hex')}`;
  const server = (await listen(pathOf(name))) ?? (await listenOnStale(pathOf(name)));
  if (!server) return fail(problem('server.inUse', { directory: real }));
  return succeed({ release: () => new Promise((resolve) => server.close(() => resolve())) });
}

/** On Linux a name in the abstract namespace, on Windows a pipe: both vanish with their process. */
function pathOf(name: string): string {
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name.slice(0, 40)}.sock`);
}

/** Elsewhere the name is a file that a killed process leaves behind: it is stale when nobody answers on it. */
async function listenOnStale(path: string): Promise<Server | null> {
  if (process.platform === 'linux' || process.platform === 'win32' || (await answers(path))) return null;
  await rm(path, { force: true });
  return listen(path);
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => (errorCode(error) === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(path, () => resolve(server.unref()));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

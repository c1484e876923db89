import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { type Server, type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../shared/node/durable-file';
import { type Outcome, fail, succeed } from '../shared/outcome';
import { problem } from '../shared/problems';

export interface DirectoryLock {
  /** Who shall speak with whoever calls the name from now on; until then they are hung up on. */
  onCall(answer: (socket: Socket) => void): void;
  release(): Promise<void>;
}

/**
 * One process per data directory: PGlite takes no lock of its own, and two of them corrupt it. The lock is a name that a
 * process listens on, so that the system releases it however the process dies. The directory must exist.
 */
export async function lockDirectory(directory: string): Promise<Outcome<DirectoryLock>> {
  let answer: (socket: Socket) => void = (socket) => void socket.destroy();
  const path = await namePathOf(directory);
  const call = (socket: Socket) => answer(socket);
  const server = (await listen(path, call)) ?? (await listenOnStale(path, call));
  if (!server) return fail(problem('server.inUse', { directory: await realpath(directory) }));
  return succeed({
    onCall: (next) => (answer = next),
    release: () => new Promise((resolve) => server.close(() => resolve())),
  });
}

/** The name of a directory, as a path to listen on or to connect to. */
export async function namePathOf(directory: string): Promise<string> {
  return pathOf(
    `xunji-${createHash('sha256')
      .update(await realpath(directory))
      .digest('hex')}`,
  );
}

/** On Linux a name in the abstract namespace, on Windows a pipe: both vanish with their process. */
function pathOf(name: string): string {
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name.slice(0, 40)}.sock`);
}

/** Elsewhere the name is a file that a killed process leaves behind: it is stale when nobody answers on it. */
async function listenOnStale(path: string, call: (socket: Socket) => void): Promise<Server | null> {
  if (process.platform === 'linux' || process.platform === 'win32' || (await answers(path))) return null;
  await rm(path, { force: true });
  return listen(path, call);
}

function listen(path: string, call: (socket: Socket) => void): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer(call);
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

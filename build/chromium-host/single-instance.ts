import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a refused second process tells the first. */
export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/**
 * One process per profile: the holder listens on a socket named after the profile. The system frees the name
 * when the holder dies, however it dies (abstract socket on Linux, named pipe on Windows); on macOS the socket
 * is a file, and a file that nobody answers on is stale.
 */
export class SingleInstanceLock {
  private server: Server | undefined;

  /** Synchronous as in Electron. False: another process holds it and has been told about `instance`. */
  request(profile: string, instance: SecondInstance, onSecond: (other: SecondInstance) => void): boolean {
    if (this.server) return true;
    const name = socketName(profile);
    this.server = listen(name, onSecond);
    if (this.server) return true;
    if (notifyHolder(name, instance)) return false;
    if (process.platform !== 'darwin') return false;
    rmSync(name, { force: true });
    this.server = listen(name, onSecond);
    return this.server !== undefined;
  }

  held(): boolean {
    return this.server !== undefined;
  }

  release(): void {
    this.server?.close();
    this.server = undefined;
  }
}

function socketName(profile: string): string {
  const id = `xunji-host-${createHash('sha256').update(profile).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${id}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${id}` : join(tmpdir(), `${id}.sock`);
}

function listen(name: string, onSecond: (other: SecondInstance) => void): Server | undefined {
  const server = createServer((socket) => {
    let text = '';
    socket.on('data', (data: Buffer) => (text += data.toString()));
    socket.on('error', () => socket.destroy());
    socket.on('end', () => {
      socket.end();
      onSecond(JSON.parse(text) as SecondInstance);
    });
  });
  // A name that is taken shows in `listening` at once; the error event only repeats it later.
  server.on('error', () => undefined);
  server.listen(name);
  server.unref();
  return server.listening ? server : undefined;
}

/** In a process of its own, since the caller must have the answer before it returns. */
function notifyHolder(name: string, instance: SecondInstance): boolean {
  const script = `(${tellHolder.toString()})(require('node:net').connect, process.argv[1], process.argv[2])`;
  // An abstract name begins with a zero byte, which no argument may hold: it travels as JSON.
  const args = ['-e', script, JSON.stringify(name), JSON.stringify(instance)];
  return spawnSync(process.execPath, args, { stdio: 'ignore', timeout: 5000 }).status === 0;
}

function tellHolder(connectTo: typeof connect, name: string, message: string): void {
  const socket = connectTo(JSON.parse(name) as string);
  socket.on('connect', () => socket.end(message));
  socket.on('error', () => process.exit(1));
  socket.on('close', () => process.exit(0));
}

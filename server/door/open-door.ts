import { rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { RandomBytes } from '../../shared/clock';
import type { FileSystem } from '../../shared/node/file-system';
import type { DirectoryLock } from '../lock-directory';
import { type DoorReply, type DoorRequest, openRequest, sealMessage } from './door-message';
import { readLine } from './read-line';

/** Where the secret of the door is, in the data directory. Whoever may read it has the office. */
export function doorFile(directory: string): string {
  return join(directory, 'door-secret');
}

export interface Door {
  close(): Promise<void>;
}

/**
 * Lets the command line of this machine in while the server runs, through the name by which it holds its data directory. The secret is
 * new at each start and readable by its owner only, so that what was said to one server is worth nothing to the next.
 */
export async function openDoor(
  directory: string,
  lock: DirectoryLock,
  { fileSystem, random }: { readonly fileSystem: FileSystem; readonly random: RandomBytes },
  answer: (request: DoorRequest) => Promise<DoorReply>,
): Promise<Door> {
  const secret = random(32);
  await writeSecret(doorFile(directory), secret, fileSystem);
  const sealed = async (line: string) => {
    const request = await openRequest(secret, line);
    return request && sealMessage(secret, await answer(request));
  };
  lock.onCall((socket) => void serve(socket, sealed));
  return { close: () => rm(doorFile(directory), { force: true }) };
}

/** A caller that cannot be understood is hung up on: it has no business here. */
async function serve(socket: Socket, answer: (line: string) => Promise<string | null>): Promise<void> {
  socket.on('error', () => undefined);
  const line = await readLine(socket);
  const reply = line === null ? null : await answer(line).catch(() => null);
  if (reply === null) socket.destroy();
  else socket.end(`${reply}\n`);
}

/** Hidden from its first moment, and not by way of a file that others may have made before. */
async function writeSecret(path: string, secret: Uint8Array, fileSystem: FileSystem): Promise<void> {
  await rm(path, { force: true });
  const handle = await fileSystem.open(path, 'wx', 0o600);
  try {
    await handle.writeFile(Buffer.from(`${Buffer.from(secret).toString('base64url')}\n`));
  } finally {
    await handle.close();
  }
}

import { connect } from 'node:net';
import { errorCode } from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { namePathOf } from '../lock-directory';
import { type DoorReply, type DoorRequest, openReply, sealMessage } from './door-message';
import { doorFile } from './open-door';
import { readLine } from './read-line';

/** Has a running server do a command; null where none runs on this directory, or none that lets us in. */
export async function askDoor(
  directory: string,
  request: DoorRequest,
  fileSystem: FileSystem,
): Promise<DoorReply | null> {
  const secret = await readSecret(directory, fileSystem);
  if (!secret) return null;
  const line = await sealMessage(secret, request);
  const socket = connect(await namePathOf(directory));
  socket.on('error', () => undefined);
  socket.write(`${line}\n`);
  const reply = await readLine(socket);
  socket.destroy();
  return reply === null ? null : openReply(secret, reply);
}

async function readSecret(directory: string, fileSystem: FileSystem): Promise<Uint8Array | null> {
  try {
    const text = await fileSystem.readFile(doorFile(directory), 'utf8');
    return Buffer.from(text.trim(), 'base64url');
  } catch (error) {
    if (['ENOENT', 'EACCES', 'EPERM'].includes(errorCode(error))) return null;
    throw error;
  }
}

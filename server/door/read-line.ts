import type { Socket } from 'node:net';

const limitBytes = 1 << 20;

/** What a socket sends up to the first line break; null where it ends or says too much before. */
export function readLine(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > limitBytes) resolve(null);
    });
    socket.once('close', () => resolve(null));
  });
}

// The peer of uploads: a plain PUT that streams to a file and flushes it, without hash, without resume, without asking who it is.
// node put-server.mjs <folder>; prints the address when it listens.
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const folder = process.argv[2] ?? '';
mkdirSync(folder, { recursive: true });
const server = createServer((request, response) => {
  const path = join(folder, basename(request.url ?? ''));
  pipeline(request, createWriteStream(path, { flush: true, highWaterMark: 1 << 18 })).then(
    () => response.writeHead(204).end(),
    () => response.writeHead(500).end(),
  );
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${server.address().port}\n`);
});

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { handlerFor, type AppProtocol } from './app-protocol';
import { guard } from './guard';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
};

/** `electron.net`: `fetch` also answers `file:` and the app's own schemes; the rest is Node's fetch. */
export function createNet(protocol: AppProtocol): object {
  return guard('net', {
    isOnline: () => true,
    online: true,
    async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
      const url = input instanceof Request ? input.url : String(input);
      if (url.startsWith('file:')) return fetchFile(fileURLToPath(url.replace(/[?#].*$/s, '')));
      const handler = handlerFor(protocol, url);
      return handler ? handler(new Request(input, init)) : fetch(input, init);
    },
  });
}

async function fetchFile(path: string): Promise<Response> {
  const { size } = await stat(path).catch(() => {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  });
  const headers = {
    'content-type': types[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'content-length': String(size),
  };
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers,
  });
}

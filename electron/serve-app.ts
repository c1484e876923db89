import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
import { appOrigin, appScheme, printOrigin } from './app-scheme';
import { contentPolicy } from './content-policy';
import type { PrintPages } from './documents/print-pages';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Names that the bundler makes: letters, digits, dot, hyphen, underscore; one folder deep. Anything else is not ours. */
const pagePath = /^\/((?:assets\/)?[A-Za-z0-9_-][A-Za-z0-9._-]*)$/;
const filePath = /^\/(files|thumbs)\/([0-9a-f]{64})$/;

/** Must run before the app is ready: gives the scheme an origin, secure context and fetch. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Where a file lies by its hash: the originals, and the small pictures of them. */
interface FilePlaces {
  files(sha256: string): string;
  thumbs(sha256: string): string;
}

/** Serves `app://xunji/…` from the bundled pages, `/files/<sha256>` and `/thumbs/<sha256>` from their stores (never by a path), and what is being printed. */
export function serveApp(pages: string, places: FilePlaces, printing: PrintPages): void {
  protocol.handle(appScheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host === new URL(printOrigin).host) return printing.answer(pathname) ?? notFound();
    if (host !== new URL(appOrigin).host) return notFound();
    const [, folder, sha256 = ''] = filePath.exec(pathname) ?? [];
    if (folder) return serveFile(folder === 'thumbs' ? places.thumbs(sha256) : places.files(sha256));
    const page = pagePath.exec(pathname)?.[1];
    return page ? servePage(join(pages, page)) : notFound();
  });
}

async function servePage(path: string): Promise<Response> {
  const type = types[extname(path)];
  const bytes = type === undefined ? null : await readFile(path).catch(() => null);
  if (!bytes || !type) return notFound();
  const nonce = randomBytes(16).toString('base64');
  const body =
    extname(path) === '.html'
      ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce)
      : new Uint8Array(bytes);
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': contentPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}

/** A file that a person added is data: whatever it calls itself, it may only be shown as a picture, sound or video, and runs nothing. */
async function serveFile(path: string): Promise<Response> {
  const handle = await open(path, 'r').catch(() => null);
  if (!handle) return notFound();
  try {
    const bytes = await handle.readFile();
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': mediaType(bytes),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'max-age=31536000, immutable',
      },
    });
  } finally {
    await handle.close();
  }
}

/** By the first bytes, not by what the file's name claims. */
function mediaType(bytes: Buffer): string {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'image/png';
  if (bytes.toString('latin1', 0, 4) === 'GIF8') return 'image/gif';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return 'image/webp';
  return 'application/octet-stream';
}

function notFound(): Response {
  return new Response('', { status: 404 });
}

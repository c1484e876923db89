import { createHash } from 'node:crypto';
import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface S3Server {
  readonly url: string;
  readonly objects: ReadonlyMap<string, Buffer>;
  /** Requests that put an object. */
  readonly puts: () => number;
  /** Damages what arrives from now on. */
  damage(): void;
  close(): Promise<void>;
}

/** As much of S3 as the server asks for, over HTTP: signed requests only, objects put whole with their checksum checked, ranges. */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  let puts = 0;
  let isDamaging = false;
  const refuse = (response: ServerResponse, status: number, code: string) =>
    response
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
  const server = createServer((request, response) => {
    void (async () => {
      const key = new URL(request.url ?? '/', 'http://s3').pathname;
      if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=sample-key/'))
        return refuse(response, 403, 'AccessDenied');
      if (request.method === 'PUT') {
        const bytes = await buffer(request);
        if (isDamaging) bytes[0] = (bytes[0] ?? 0) ^ 1;
        const told = request.headers['x-amz-checksum-sha256'];
        if (told !== undefined && told !== createHash('sha256').update(bytes).digest('base64'))
          return refuse(response, 400, 'BadDigest');
        puts += 1;
        objects.set(key, bytes);
        return response.writeHead(200, { etag: '"e"' }).end();
      }
      if (request.method === 'DELETE') {
        objects.delete(key);
        return response.writeHead(204).end();
      }
      if (key.split('/').length < 4) return answerList(response, objects, request.url ?? '');
      const bytes = objects.get(key);
      if (!bytes) return refuse(response, 404, 'NoSuchKey');
      const from = Number(/^bytes=(\d+)-$/.exec(String(request.headers.range))?.[1] ?? 0);
      response.writeHead(from > 0 ? 206 : 200, {
        'content-length': bytes.length - from,
        ...(from > 0 && { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
      });
      return response.end(request.method === 'HEAD' ? undefined : bytes.subarray(from));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    puts: () => puts,
    damage: () => void (isDamaging = true),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Two at a time, so that whoever lists has to ask on. */
function answerList(response: ServerResponse, objects: ReadonlyMap<string, Buffer>, url: string): void {
  const asked = new URL(url, 'http://s3');
  const bucket = `${asked.pathname.replace(/\/$/, '')}/`;
  const after = asked.searchParams.get('continuation-token') ?? '';
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(`${bucket}${asked.searchParams.get('prefix') ?? ''}`) && key > after)
    .sort();
  const page = keys.slice(0, 2);
  const entries = page.map(
    (key) =>
      `<Contents><Key>${key.slice(bucket.length)}</Key><Size>${objects.get(key)?.length}</Size><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`,
  );
  const next =
    keys.length > page.length ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<?xml version="1.0"?><ListBucketResult><IsTruncated>${next !== ''}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`,
    );
}

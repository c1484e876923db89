import { type DetailedError, Upload } from 'tus-js-client';
import { type Problem, problem, problemSchema } from '../../shared/problems';
import { paths } from '../../shared/protocol/sync';
import { type PouredBody, pourFile } from './pour-file';
import { type Connection, send } from './sync-client';
import type { Transfer } from './transfers';
import { tusOverFetch } from './tus-over-fetch';

/** One request carries at most this much: a proxy that keeps a request to itself until it is whole then loses no more when it is cut. */
const requestBytes = 16 << 20;

/** A line over which nothing moves for this long counts as broken. Long, because a slow one is silent while what was handed over drains. */
const silenceMillis = 120_000;

/** With these the server says that it threw away what it had. */
const lostStatus = [400, 413, 422, 507];

export interface UploadJob {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Where it was begun; undefined begins it, with its first bytes in the same request. */
  readonly url: string | undefined;
}

/** How one try ended. `offset` is what the server had when it was asked. `isLost`: it threw away what it had. */
export type UploadEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'cut'; readonly offset: number; readonly isLost?: false }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly isLost: boolean };

/** Sends a file from where the server has it until all is there or the line breaks. Trying again is the caller's. */
export function uploadOnce(
  connection: Connection,
  { path, size, sha256, url }: UploadJob,
  transfer: Transfer,
  onUrl: (url: string) => void,
): Promise<UploadEnd> {
  const { serverUrl } = connection.settings();
  let offset = 0;
  let body: PouredBody | undefined;
  return new Promise<UploadEnd>((resolve) => {
    const watch = setInterval(() => {
      if (transfer.silentMillis() > silenceMillis) stop({ kind: 'cut', offset });
    }, 1000);
    function stop(end: UploadEnd): void {
      clearInterval(watch);
      body?.stop();
      if (end.kind !== 'done') void sending.abort();
      resolve(end);
    }
    const sending = new Upload(Buffer.alloc(0), {
      // Without an endpoint tus begins nothing anew by itself: whether that is needed is asked first.
      ...(url ? { uploadUrl: url } : { endpoint: new URL(paths.uploads, serverUrl).href }),
      uploadSize: size,
      chunkSize: requestBytes,
      uploadDataDuringCreation: true,
      metadata: { sha256 },
      httpStack: tusOverFetch((target, init) => send(connection, target, init)),
      retryDelays: null,
      storeFingerprintForResuming: false,
      fileReader: {
        openFile: async () => ({
          size,
          close: () => body?.stop(),
          async slice(start: number, end: number) {
            offset = start;
            transfer.startAt(start);
            const part = pourFile(path, start, Math.min(end, size), transfer, () =>
              stop({ kind: 'refused', problem: problem('attachment.paused'), isLost: false }),
            );
            body = part;
            return { value: part, done: end >= size };
          },
        }),
      },
      onUploadUrlAvailable: () => sending.url && onUrl(sending.url),
      onSuccess: () => stop({ kind: 'done' }),
      onError: (error) => stop(endOf(error, offset)),
    });
    sending.start();
  });
}

function endOf(error: Error | DetailedError, offset: number): UploadEnd {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  const status = response?.getStatus() ?? 0;
  // The header, because a stranger's 404 must not throw away what the server has.
  if ([404, 410].includes(status) && response?.getHeader('Tus-Resumable')) return { kind: 'gone' };
  const told = toldProblem(response?.getBody());
  // 409: what the server has differs from what it said; 423: another request holds it. Asking again tells.
  if (!told || status === 409 || status === 423) return { kind: 'cut', offset };
  return { kind: 'refused', problem: told, isLost: lostStatus.includes(status) };
}

/** What the server said in words of ours; null where the line broke or somebody else answered. */
function toldProblem(body: string | undefined): Problem | null {
  try {
    const told: unknown = JSON.parse(body ?? '');
    const read = problemSchema.safeParse(
      told && typeof told === 'object' && 'problem' in told ? told.problem : null,
    );
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

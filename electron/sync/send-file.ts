import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Upload } from 'tus-js-client';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem, problemSchema } from '../../shared/problems';
import { paths } from '../../shared/protocol/sync';
import type { AttachmentStore } from '../files/attachment-store';
import { askForFile } from './ask-for-file';
import type { Connection } from './sync-client';

const chunkBytes = 1 << 20;

/** Remembers where an upload stood, by hash, so that a later call goes on from there. */
export type UnfinishedUploads = Map<string, string>;

/** Sends a file by its hash; never twice, and from where it stopped when it was cut (tus 1.0). */
export async function sendFile(
  connection: Connection,
  store: AttachmentStore,
  unfinished: UnfinishedUploads,
  sha256: string,
): Promise<Outcome<Record<string, never>>> {
  if (!(await store.has(sha256))) return fail(problem('attachment.missing', { name: sha256.slice(0, 8) }));
  const known = await askForFile(connection, sha256, 'HEAD');
  if (known.ok) return succeed({});
  // A refused HEAD has no body that could say why: the upload itself will be told.
  if (known.problem.code !== 'attachment.unknown' && known.problem.code !== 'server.answerStrange')
    return known;
  const failed = await upload(connection, store.pathOf(sha256), unfinished, sha256);
  return failed ? fail(failed) : succeed({});
}

async function upload(
  { settings }: Connection,
  path: string,
  unfinished: UnfinishedUploads,
  sha256: string,
): Promise<Problem | null> {
  const { serverUrl, officeKey } = settings();
  const { size } = await stat(path);
  return new Promise((resolve) => {
    const sending = new Upload(createReadStream(path), {
      endpoint: new URL(paths.uploads, serverUrl).href,
      uploadUrl: unfinished.get(sha256) ?? null,
      uploadSize: size,
      chunkSize: chunkBytes,
      metadata: { sha256 },
      headers: { authorization: `Bearer ${officeKey}` },
      retryDelays: [0, 500, 2000],
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => {
        if (sending.url) unfinished.set(sha256, sending.url);
      },
      onSuccess: () => {
        unfinished.delete(sha256);
        resolve(null);
      },
      onError: (error) => {
        const told = toldProblem('originalResponse' in error ? error.originalResponse?.getBody() : undefined);
        if (told) unfinished.delete(sha256);
        resolve(told ?? problem('server.unreachable'));
      },
    });
    sending.start();
  });
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

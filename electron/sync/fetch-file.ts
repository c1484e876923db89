import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Arrivals } from '../files/arrivals';
import type { AttachmentStore } from '../files/attachment-store';
import { diskProblem } from '../files/disk-problem';
import type { PartialFile, PartialFiles } from '../files/partial-files';
import { askForFile } from './ask-for-file';
import { createPatience } from './patience';
import type { Connection } from './sync-client';
import type { Transfer, Transfers } from './transfers';

const silenceMillis = 120_000;
const roomEveryBytes = 4 << 20;

/** What fetching takes from its surroundings. */
export interface Fetching {
  readonly connection: Connection;
  readonly store: Pick<AttachmentStore, 'has'>;
  readonly partials: PartialFiles;
  readonly arrivals: Pick<Arrivals, 'begin'>;
  readonly transfers: Transfers;
  /** Files stop before the disk is full: the last of it is for what people type. */
  readonly hasRoom: () => Promise<boolean>;
  readonly wait: (millis: number) => Promise<void>;
}

/**
 * Fetches a file by its hash, from where it was cut the last time. What arrives under a wrong hash is a stranger's and is not kept
 * under ours. What is taken off the disk meanwhile does not arrive any more.
 */
export async function fetchFile(fetching: Fetching, sha256: string): Promise<Outcome<Record<string, never>>> {
  const arrival = fetching.arrivals.begin(sha256);
  try {
    return (await fetching.store.has(sha256)) ? succeed({}) : await fetch(fetching, sha256, arrival.stopped);
  } finally {
    arrival.end();
  }
}

async function fetch(
  fetching: Fetching,
  sha256: string,
  stopped: AbortSignal,
): Promise<Outcome<Record<string, never>>> {
  const transfer = fetching.transfers.begin(sha256, 'fetch', 0);
  try {
    const partial = await fetching.partials.open(sha256);
    const arrived = await takeAll(fetching, sha256, partial, transfer, stopped).catch(
      async (error: unknown) => {
        await partial.discard();
        return fail(diskProblem(error));
      },
    );
    if (stopped.aborted) {
      await partial.discard();
      return fail(problem('attachment.unknown'));
    }
    if (!arrived.ok) {
      // What was kept for a later call must not keep the disk full.
      await (arrived.problem.code === 'disk.full' ? partial.discard() : partial.close());
      return arrived;
    }
    const isKept = await partial.finish().catch((error: unknown) => {
      // Taken off just before it came to its place.
      if (stopped.aborted) return false;
      throw error;
    });
    if (stopped.aborted) return fail(problem('attachment.unknown'));
    return isKept ? succeed({}) : fail(problem('attachment.hashWrong'));
  } finally {
    transfer.end();
  }
}

/** Ends well when as many bytes are here as the file has. */
async function takeAll(
  { connection, transfers, hasRoom, wait }: Fetching,
  sha256: string,
  partial: PartialFile,
  transfer: Transfer,
  stopped: AbortSignal,
): Promise<Outcome<null>> {
  const patience = createPatience(wait);
  for (;;) {
    if (partial.size() > 0 && partial.isWhole()) return succeed(null);
    if (transfers.isPaused()) return fail(problem('attachment.paused'));
    if (!(await hasRoom())) return fail(problem('disk.full'));
    transfer.startAt(partial.size());
    const line = new AbortController();
    const watch = setInterval(() => {
      if (transfer.silentMillis() > silenceMillis) line.abort();
    }, 1000);
    try {
      const answered = await askForFile(connection, sha256, 'GET', {
        from: partial.size(),
        signal: AbortSignal.any([line.signal, stopped]),
      });
      if (answered.ok) {
        const ended = await takeOne(answered.value, partial, transfer, hasRoom);
        if (ended !== 'cut') return ended === 'whole' ? succeed(null) : fail(problem(ended));
      } else if (answered.problem.code !== 'server.unreachable') return answered;
    } finally {
      clearInterval(watch);
      line.abort();
    }
    if (stopped.aborted) return fail(problem('attachment.unknown'));
    patience.cameTo(partial.size());
    if (!(await patience.goOn())) return fail(problem('server.unreachable'));
  }
}

async function takeOne(
  answer: Response,
  partial: PartialFile,
  transfer: Transfer,
  hasRoom: () => Promise<boolean>,
): Promise<'whole' | 'cut' | 'attachment.paused' | 'disk.full'> {
  const size = sizeOf(answer);
  if (startOf(answer) !== partial.size()) {
    await partial.restart();
    if (startOf(answer) !== 0) return 'cut';
    transfer.startAt(0);
  }
  transfer.sizeIs(size);
  const reader = answer.body?.getReader();
  if (!reader) return 'cut';
  for (let sinceLook = 0; ;) {
    // A broken line throws here and nowhere else: what the disk throws is not the line's.
    const read = await reader.read().catch(() => null);
    if (!read || read.done) break;
    if (!(await transfer.pass(read.value.byteLength))) return 'attachment.paused';
    sinceLook += read.value.byteLength;
    if (sinceLook > roomEveryBytes && !(await hasRoom())) return 'disk.full';
    if (sinceLook > roomEveryBytes) sinceLook = 0;
    await partial.append(read.value);
  }
  return partial.size() >= size ? 'whole' : 'cut';
}

/** Of the whole file, also where only its rest was sent. */
function sizeOf({ headers }: Response): number {
  const total = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1];
  return Number(total ?? headers.get('content-length') ?? Number.POSITIVE_INFINITY);
}

/** Somebody on the way may not understand that only the rest was asked for. */
function startOf({ headers }: Response): number {
  return Number(/^bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1] ?? 0);
}

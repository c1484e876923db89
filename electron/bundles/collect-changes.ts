import { pageSignatureLength } from '../../shared/bundles/signed-page';
import type { Change } from '../../shared/changes/change';
import type { ChangeJournal } from '../journal/change-journal';

const pageEntries = 500;

/** A line of several changes has at most this many bytes, so that its reader never holds much more. */
const lineBytes = 1 << 20;

export interface Wanted {
  /** By scope: everything after this entry of the journal. */
  readonly from: ReadonlyMap<string, number>;
  readonly upTo: number;
  /** What this laptop must not pass on in its own name. As it was when this began: both walks must find the same. */
  readonly withheld: ReadonlySet<string>;
  /**
   * Changes of this laptop's need not go back to it; empty where there are several receivers. Where its receipts tell of nothing it may be a laptop
   * whose disk died: there they do.
   */
  readonly receiver: string;
}

/**
 * The journal's changes of some scopes as lines of a bundle. Two walks give the same lines, since entries of a journal do not
 * change: the first one measures them. `onHash` hears of every file of the scopes, also of those before `from`, as a file
 * may have come after the change that speaks of it. `sign` gives the signature of a page.
 */
export async function* collectChanges(
  journal: ChangeJournal,
  { from, upTo, withheld, receiver }: Wanted,
  onHash: (sha256: string) => void = () => {},
  sign: (changes: readonly Change[]) => string = unsigned,
): AsyncGenerator<{ readonly line: Uint8Array; readonly changes: number }> {
  const seen = new Set<string>();
  let waiting: string[] = [];
  let page: Change[] = [];
  let bytes = 0;
  for (let after = 0; after < upTo;) {
    const entries = await journal.read(after, Math.min(pageEntries, upTo - after));
    if (entries.length === 0) break;
    for (const { sequence, origin, change } of entries) {
      after = sequence;
      // What was taken back stands further up as it was made.
      if (origin === 'discarded') continue;
      // Where the server has brought it since, it is the office's like any other.
      if (origin === 'local' && withheld.has(change.id)) continue;
      const start = from.get(change.scope);
      if (start === undefined) continue;
      for (const sha256 of hashesOf(change)) onHash(sha256);
      const isAtHome = start > 0 && change.device === receiver;
      if (sequence <= start || isAtHome || seen.has(change.id)) continue;
      seen.add(change.id);
      const json = JSON.stringify(change);
      const size = Buffer.byteLength(json);
      // Closed before one that would make it long: a line may hold little more than the largest change.
      if (waiting.length > 0 && (bytes + size > lineBytes || waiting.length >= 2000)) {
        yield { line: lineOf(waiting, sign(page)), changes: waiting.length };
        waiting = [];
        page = [];
        bytes = 0;
      }
      waiting.push(json);
      page.push(change);
      bytes += size;
    }
  }
  if (waiting.length > 0) yield { line: lineOf(waiting, sign(page)), changes: waiting.length };
}

/** As long as a signature: the first walk only measures. */
function unsigned(): string {
  return '-'.repeat(pageSignatureLength);
}

function lineOf(changes: readonly string[], signature: string): Uint8Array {
  return Buffer.from(`{"entry":"changes","signature":"${signature}","changes":[${changes.join(',')}]}\n`);
}

function hashesOf(change: Change): readonly string[] {
  const value = change.fields['sha256']?.value;
  return typeof value === 'string' && value !== '' ? [value] : [];
}

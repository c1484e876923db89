import type { AuditEntry } from '../../../shared/access/audit';
import type { Outcome } from '../../../shared/outcome';

/** What one request of an export brings. */
const exportSize = 1000;

type ReadPage = (
  before: number | undefined,
  limit: number,
) => Promise<Outcome<{ readonly entries: readonly AuditEntry[] }>>;

export type AllAudit = Outcome<{
  /** The newest first, `most` at most. */
  readonly entries: readonly AuditEntry[];
  /** False where older ones are left out. */
  readonly isAll: boolean;
}>;

/** Every entry that `read` finds, up to so many, and whether that is all of them. */
export async function readAllAudit(read: ReadPage, most: number): Promise<AllAudit> {
  const all: AuditEntry[] = [];
  for (;;) {
    const answer = await read(all.at(-1)?.number, exportSize);
    if (!answer.ok) return answer;
    all.push(...answer.value.entries);
    if (answer.value.entries.length < exportSize || all.length > most)
      return { ok: true, value: { entries: all.slice(0, most), isAll: all.length <= most } };
  }
}

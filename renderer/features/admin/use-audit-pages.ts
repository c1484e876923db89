import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditEntry } from '../../../shared/access/audit';
import type { Problem } from '../../../shared/problems';
import type { BridgeInput } from '../../../shared/protocol/bridge';
import { useAdmin } from '../../data/admin/admin-session';
import { type AllAudit, readAllAudit } from './read-all-audit';

export type AuditFilter = Omit<BridgeInput<'admin.readAudit'>, 'after' | 'before' | 'limit'>;

/** What one screen shows before somebody asks for more. */
const pageSize = 100;

export interface AuditPages {
  /** The newest first; null before the first answer. */
  readonly entries: readonly AuditEntry[] | null;
  readonly hasMore: boolean;
  readonly problem: Problem | null;
  readonly isAsking: boolean;
  more(): Promise<void>;
  /** Everything that the filter finds, up to so many entries, and whether that is all. */
  readAll(most: number): Promise<AllAudit>;
}

/** The audit log, a page at a time; another filter begins anew. */
export function useAuditPages(filter: AuditFilter): AuditPages {
  const { ask } = useAdmin();
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null);
  const [hasMore, setHasMore] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setAsking] = useState(false);
  const wanted = JSON.stringify(filter);
  const shownFor = useRef(wanted);

  const read = useCallback(
    async (before: number | undefined, limit: number) =>
      ask('admin.readAudit', { ...(JSON.parse(wanted) as AuditFilter), before, limit }),
    [ask, wanted],
  );

  useEffect(() => {
    let isShown = true;
    shownFor.current = wanted;
    void read(undefined, pageSize).then((answer) => {
      if (!isShown) return;
      setAsking(false);
      setProblem(answer.ok ? null : answer.problem);
      setEntries(answer.ok ? answer.value.entries : null);
      setHasMore(answer.ok && answer.value.entries.length === pageSize);
    });
    return () => void (isShown = false);
  }, [read, wanted]);

  return {
    entries,
    hasMore,
    problem,
    isAsking,
    async more() {
      setAsking(true);
      const answer = await read(entries?.at(-1)?.number, pageSize);
      setAsking(false);
      // Somebody looks for something else by now.
      if (shownFor.current !== wanted) return;
      setProblem(answer.ok ? null : answer.problem);
      if (!answer.ok) return;
      setEntries([...(entries ?? []), ...answer.value.entries]);
      setHasMore(answer.value.entries.length === pageSize);
    },
    readAll: (most) => readAllAudit(read, most),
  };
}

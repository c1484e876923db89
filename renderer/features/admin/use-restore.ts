import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../../../shared/problems';
import type { RestoreView } from '../../../shared/protocol/backups';
import { useAdmin } from '../../data/admin/admin-session';

/** Often enough for who looks at a bar, or waits for a server that starts again. */
const askAgainMillis = 1_000;

export interface Restoring {
  /** Null before the first answer. */
  readonly view: RestoreView | null;
  /** What was ordered is done by the server now: from the order until it answers again. */
  readonly phase: 'idle' | 'replacing' | 'replaced';
  readonly problem: Problem | null;
  prepare(state: string, identity: string): Promise<void>;
  giveUp(): Promise<boolean>;
  replace(state: string): Promise<void>;
}

/** A restore on the server, as it goes on. */
export function useRestore(): Restoring {
  const { ask } = useAdmin();
  const [view, setView] = useState<RestoreView | null>(null);
  const [phase, setPhase] = useState<Restoring['phase']>('idle');
  const [problem, setProblem] = useState<Problem | null>(null);

  const look = useCallback(async () => {
    const answer = await ask('admin.describeRestore', {});
    if (answer.ok) setView(answer.value);
    return answer;
  }, [ask]);

  useEffect(() => {
    let isShown = true;
    void ask('admin.describeRestore', {}).then((answer) => {
      if (isShown && answer.ok) setView(answer.value);
    });
    return () => void (isShown = false);
  }, [ask]);

  const isPreparing = view?.kind === 'preparing';
  useEffect(() => {
    if (!isPreparing && phase !== 'replacing') return;
    const timer = setInterval(() => {
      void look().then((answer) => {
        // The one that was ordered is gone from the desk of the server that has begun anew.
        if (phase === 'replacing' && answer.ok && answer.value.kind === 'none') setPhase('replaced');
      });
    }, askAgainMillis);
    return () => clearInterval(timer);
  }, [isPreparing, phase, look]);

  return {
    view,
    phase,
    problem,
    async prepare(state, identity) {
      const answer = await ask('admin.prepareRestore', { state, identity });
      setProblem(answer.ok ? null : answer.problem);
      setPhase('idle');
      await look();
    },
    async giveUp() {
      const answer = await ask('admin.giveUpRestore', {});
      setProblem(answer.ok ? null : answer.problem);
      await look();
      return answer.ok;
    },
    async replace(state) {
      const answer = await ask('admin.replaceOffice', { state });
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) setPhase('replacing');
      else await look();
    },
  };
}

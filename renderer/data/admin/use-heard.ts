import { useCallback, useEffect, useState } from 'react';
import type { Outcome } from '../../../shared/outcome';
import type { Problem } from '../../../shared/problems';
import type { BridgeOutput } from '../../../shared/protocol/bridge';
import { useStore } from '../store-context';
import { type ListCall, useAdmin } from './admin-session';

export interface OfficeList<T> {
  /** Null before the first answer. */
  readonly value: T | null;
  /** When it came, in words of this computer's clock. */
  readonly at: string;
  /** Why it could not be asked again; what is shown is then as old as `at` says. */
  readonly problem: Problem | null;
  readonly isAsking: boolean;
  reload(): Promise<void>;
}

/** A list of the office, asked when the page opens and after each deed. */
export function useHeard<C extends ListCall>(call: C): OfficeList<BridgeOutput<C>> {
  const { ask, heard } = useAdmin();
  const { now } = useStore();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setAsking] = useState(true);
  const last = heard.get(call);

  const take = useCallback(
    (answer: Outcome<unknown>) => {
      if (answer.ok) heard.set(call, { value: answer.value, at: now() });
      setProblem(answer.ok ? null : answer.problem);
      setAsking(false);
    },
    [call, heard, now],
  );

  useEffect(() => {
    let isShown = true;
    void ask(call, {} as never).then((answer) => isShown && take(answer));
    return () => void (isShown = false);
  }, [ask, call, take]);

  return {
    value: (last?.value ?? null) as BridgeOutput<C> | null,
    at: last?.at ?? '',
    problem,
    isAsking,
    async reload() {
      setAsking(true);
      take(await ask(call, {} as never));
    },
  };
}

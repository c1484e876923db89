import { useCallback, useEffect, useState } from 'react';
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

  const reload = useCallback(async () => {
    setAsking(true);
    const answer = await ask(call, {} as never);
    if (answer.ok) heard.set(call, { value: answer.value, at: now() });
    setProblem(answer.ok ? null : answer.problem);
    setAsking(false);
  }, [ask, call, heard, now]);

  useEffect(() => void reload(), [reload]);

  return {
    value: (last?.value ?? null) as BridgeOutput<C> | null,
    at: last?.at ?? '',
    problem,
    isAsking,
    reload,
  };
}

import { type ReactNode, useState } from 'react';
import type { Outcome } from '../../../shared/outcome';
import { useProblemText } from '../../locales/use-problem-text';
import { type Said, SaidAlert } from '../../ui/said-alert';

export interface Deed {
  /** Does one thing, says what became of it, and whether it was done. */
  run(work: Promise<Outcome<unknown>>, words: string): Promise<boolean>;
  /** What became of the last one. */
  readonly said: ReactNode;
}

/** What somebody did to the office, and the sentence about it; `after` reads the list again. */
export function useDeed(after: () => Promise<void>): Deed {
  const describe = useProblemText();
  const [said, setSaid] = useState<Said>();
  return {
    async run(work, words) {
      const answer = await work;
      setSaid(answer.ok ? { kind: 'success', words } : { kind: 'error', words: describe(answer.problem) });
      if (answer.ok) await after();
      return answer.ok;
    },
    said: <SaidAlert said={said} onClose={() => setSaid(undefined)} />,
  };
}

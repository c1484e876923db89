import { useEffect, useState } from 'react';
import type { Outcome } from '../../../shared/outcome';
import type { BridgeInput, BridgeOutput } from '../../../shared/protocol/bridge';
import { officeScope } from '../../../shared/records/record-schemas';
import { callBridge } from '../../data/call-bridge';
import { useTours } from '../../data/use-tours';

export type BundleWanted = BridgeInput<'bundles.plan'>;

type Plan = BridgeOutput<'bundles.plan'>;

interface BundleChoice {
  readonly tours: readonly string[];
  readonly office: boolean;
  readonly receivers: readonly string[];
  readonly files: boolean;
  readonly all: boolean;
}

const first: BundleChoice = { tours: [], office: true, receivers: [], files: true, all: false };

/** What the person has chosen to hand over, as main is asked for it, and what that comes to. */
export function useBundleChoice() {
  const tours = useTours() ?? [];
  const [choice, setChoice] = useState(first);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly of: Outcome<Plan> } | null>(null);
  const titles = new Map(tours.map(({ id, title }) => [id, title]));
  const scopes = choice.tours.map((scope) => ({ scope, title: titles.get(scope) ?? '' }));
  const wanted: BundleWanted = {
    scopes: choice.office ? [...scopes, { scope: officeScope, title: '' }] : scopes,
    receivers: [...choice.receivers],
    files: choice.files,
    all: choice.all,
  };
  const key = choice.receivers.length === 0 ? '' : JSON.stringify(wanted);

  useEffect(() => {
    if (key === '') return;
    let isWanted = true;
    // Each tick of a box would walk the whole journal.
    const timer = setTimeout(() => {
      void callBridge('bundles.plan', JSON.parse(key) as BundleWanted).then((of) => {
        if (isWanted) setAnswer({ key, of });
      });
    }, 300);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key]);

  // A figure of what was chosen before says nothing of what is chosen now.
  const current = key === '' || answer?.key !== key ? null : answer.of;
  return {
    tours,
    choice,
    wanted,
    plan: current?.ok ? current.value : null,
    problem: current && !current.ok ? current.problem : null,
    change: (part: Partial<BundleChoice>) => setChoice({ ...choice, ...part }),
  };
}

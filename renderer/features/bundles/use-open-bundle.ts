import { useState } from 'react';
import { type Outcome, succeed } from '../../../shared/outcome';
import type { Problem } from '../../../shared/problems';
import type { BridgeOutput } from '../../../shared/protocol/bridge';
import { type OpenedBundle, readBundle } from '../../data/bundles/read-bundle';
import { callBridge } from '../../data/call-bridge';
import { useStore } from '../../data/store-context';

type Opening = BridgeOutput<'bundles.open'>;
type Unknown = Extract<Opening, { readonly kind: 'unknownSender' }>;

export type OpenStep =
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'unknownSender'; readonly opening: Unknown }
  /** `added` is null while it is being counted. */
  | { readonly kind: 'opened'; readonly bundle: OpenedBundle; readonly added: number | null }
  | { readonly kind: 'taking'; readonly bundle: OpenedBundle }
  | { readonly kind: 'taken'; readonly bundle: OpenedBundle; readonly added: number };

/** A bundle from the file dialog to the end of its import. Nothing of it counts before `take`. */
export function useOpenBundle() {
  const store = useStore();
  const [step, setStep] = useState<OpenStep>({ kind: 'closed' });

  async function follow(answer: Outcome<Opening>) {
    if (!answer.ok) return setStep({ kind: 'failed', problem: answer.problem });
    const opening = answer.value;
    if (opening.kind === 'canceled') return;
    if (opening.kind === 'unknownSender') return setStep({ kind: 'unknownSender', opening });
    setStep({ kind: 'opened', bundle: opening, added: null });
    const counted = await readBundle(store.database, store.seal, opening, () =>
      Promise.resolve(succeed(null)),
    );
    if (!counted.ok) return setStep({ kind: 'failed', problem: counted.problem });
    setStep((now) =>
      now.kind === 'opened' && now.bundle === opening
        ? { kind: 'opened', bundle: opening, added: counted.value }
        : now,
    );
  }

  return {
    step,
    async open() {
      setStep({ kind: 'closed' });
      await follow(await callBridge('bundles.open', {}));
    },
    async trust(name: string) {
      if (step.kind !== 'unknownSender') return;
      await follow(await callBridge('bundles.trust', { opening: step.opening.opening, name }));
    },
    async take() {
      if (step.kind !== 'opened') return;
      const { bundle } = step;
      setStep({ kind: 'taking', bundle });
      const taken = await store.takeIn(bundle);
      if (!taken.ok) await callBridge('bundles.abandon', { opened: bundle.opened });
      setStep(
        taken.ok ? { kind: 'taken', bundle, added: taken.value } : { kind: 'failed', problem: taken.problem },
      );
    },
    close() {
      if (step.kind === 'opened') void callBridge('bundles.abandon', { opened: step.bundle.opened });
      setStep({ kind: 'closed' });
    },
  };
}

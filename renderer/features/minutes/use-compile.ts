import { useState } from 'react';
import type { Problem } from '../../../shared/problems';
import { type BridgeOutput, documentKinds } from '../../../shared/protocol/bridge';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import { callBridge } from '../../data/call-bridge';

export type Output = BridgeOutput<'documents.compile'>;

/** Asks the main process for all documents of a tour. */
export function useCompile(file: TourFile | undefined) {
  const [busy, setBusy] = useState(false);
  const [output, setOutput] = useState<Output | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function compile() {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    const compiled = await callBridge('documents.compile', {
      tour: file,
      kinds: documentKinds.filter((kind) => kind !== 'handbook.pdf'),
    });
    setBusy(false);
    if (compiled.ok) setOutput(compiled.value);
    else setProblem(compiled.problem);
  }

  return { busy, output, problem, compile: () => void compile() };
}

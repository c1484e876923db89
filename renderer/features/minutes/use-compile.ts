import { useState } from 'react';
import type { OfficialDocument } from '../../../shared/documents/document';
import { listPhotos } from '../../../shared/documents/list-photos';
import type { Problem } from '../../../shared/problems';
import { type BridgeOutput, documentKinds } from '../../../shared/protocol/bridge';
import { callBridge } from '../../data/call-bridge';
import { preparePrints } from '../../data/photos/prepare-prints';
import type { ToldTour } from './use-tour-file';

export type Output = BridgeOutput<'documents.compile'>;

/** What is being done: pictures are made ready first, and that can take a while. */
type Busy = { readonly photosDone: number; readonly photos: number };

/** Asks the main process for all documents of a tour. */
export function useCompile(told: ToldTour | null | undefined, minutes: OfficialDocument | undefined) {
  const [busy, setBusy] = useState<Busy | null>(null);
  const [output, setOutput] = useState<Output | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function compile() {
    if (!told || !minutes) return;
    setBusy({ photosDone: 0, photos: 0 });
    setProblem(null);
    await preparePrints(listPhotos(minutes), (photosDone, photos) => setBusy({ photosDone, photos }));
    setBusy({ photosDone: 0, photos: 0 });
    const compiled = await callBridge('documents.compile', {
      tour: told.file,
      rechecks: [...told.rechecks],
      kinds: documentKinds.filter((kind) => kind !== 'handbook.pdf'),
    });
    setBusy(null);
    if (compiled.ok) setOutput(compiled.value);
    else setProblem(compiled.problem);
  }

  return { busy, output, problem, compile: () => void compile() };
}

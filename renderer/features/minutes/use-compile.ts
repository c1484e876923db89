import { useState } from 'react';
import type { OfficialDocument } from '../../../shared/documents/document';
import { listPhotos } from '../../../shared/documents/list-photos';
import type { Problem } from '../../../shared/problems';
import { type BridgeOutput, documentKinds } from '../../../shared/protocol/bridge';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import { callBridge } from '../../data/call-bridge';
import { preparePrints } from '../../data/photos/prepare-prints';

export type Output = BridgeOutput<'documents.compile'>;

/** What is being done: pictures are made ready first, and that can take a while. */
type Busy = { readonly photosDone: number; readonly photos: number };

/** Asks the main process for all documents of a tour. */
export function useCompile(file: TourFile | undefined, minutes: OfficialDocument | undefined) {
  const [busy, setBusy] = useState<Busy | null>(null);
  const [output, setOutput] = useState<Output | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function compile() {
    if (!file || !minutes) return;
    setBusy({ photosDone: 0, photos: 0 });
    setProblem(null);
    await preparePrints(listPhotos(minutes), (photosDone, photos) => setBusy({ photosDone, photos }));
    setBusy({ photosDone: 0, photos: 0 });
    const compiled = await callBridge('documents.compile', {
      tour: file,
      kinds: documentKinds.filter((kind) => kind !== 'handbook.pdf'),
    });
    setBusy(null);
    if (compiled.ok) setOutput(compiled.value);
    else setProblem(compiled.problem);
  }

  return { busy, output, problem, compile: () => void compile() };
}

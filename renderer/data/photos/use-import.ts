import { useRef, useState } from 'react';
import { useStore } from '../store-context';
import { type ImportJob, type ImportProgress, importFiles } from './import-files';

export interface FileImport {
  /** Of the import that runs or ran last; null before the first. */
  readonly progress: ImportProgress | null;
  readonly busy: boolean;
  start(job: Pick<ImportJob, 'tour' | 'files' | 'place'>): void;
  cancel(): void;
  /** Takes the report away. */
  clear(): void;
}

/** Imports one after the other: what is dropped while another import runs waits for its turn. */
export function useImport(): FileImport {
  const store = useStore();
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [running, setRunning] = useState(0);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const stopper = useRef(new AbortController());

  return {
    progress,
    busy: running > 0,
    start(job) {
      if (job.files.length === 0) return;
      if (running === 0) stopper.current = new AbortController();
      const { signal } = stopper.current;
      setRunning((count) => count + 1);
      last.current = last.current
        .then(() => importFiles(store, { ...job, signal, onProgress: setProgress }))
        .finally(() => setRunning((count) => count - 1));
    },
    cancel: () => stopper.current.abort(),
    clear: () => setProgress(null),
  };
}

import type { PhotoAnswers, PhotoReply, PhotoTask } from './photo-messages';

/** A photo takes under a second; a file that keeps the worker this long is made to. */
const patienceMillis = 30_000;

interface Waiting {
  readonly task: PhotoTask;
  readonly resolve: (answer: PhotoReply['answer']) => void;
}

/**
 * Hands pictures to the worker one after the other. Null: it could not be read. A file that ends the worker or never ends is
 * given up with it, and the next one gets a new worker.
 */
export function createPhotoReader(): <K extends PhotoTask['kind']>(
  task: Extract<PhotoTask, { readonly kind: K }>,
) => Promise<PhotoAnswers[K] | null> {
  const waiting: Waiting[] = [];
  let worker: Worker | null = null;
  let busy: Waiting | null = null;
  let timer = 0;
  let count = 0;

  function settle(answer: PhotoReply['answer']): void {
    clearTimeout(timer);
    busy?.resolve(answer);
    busy = null;
    next();
  }

  function giveUp(): void {
    worker?.terminate();
    worker = null;
    settle(null);
  }

  function next(): void {
    busy = waiting.shift() ?? null;
    if (!busy) return;
    worker ??= start();
    count += 1;
    timer = window.setTimeout(giveUp, patienceMillis);
    worker.postMessage({ id: count, task: busy.task });
  }

  function start(): Worker {
    const started = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<PhotoReply>) => {
      if (data.id === count) settle(data.answer);
    });
    started.addEventListener('error', giveUp);
    return started;
  }

  return (task) =>
    new Promise((resolve) => {
      waiting.push({ task, resolve: resolve as Waiting['resolve'] });
      if (!busy) next();
    });
}

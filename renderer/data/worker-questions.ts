import { oneAtATime } from './one-at-a-time';

export interface Questions<Q, M> {
  /** Each message of the worker goes to `take` until that gives the answer. */
  put<A>(question: Q, take: (message: M) => A | undefined): Promise<A>;
  /** Null where nobody wants to know any more when its turn has come. */
  putIf<A>(isWanted: () => boolean, question: Q, take: (message: M) => A | undefined): Promise<A | null>;
}

/**
 * Questions to a worker whose answers do not say what they answer: each is put when the one before it is answered, or nobody could
 * tell them apart. Rejects with what the worker throws.
 */
export function questionsTo<Q, M>(worker: Worker): Questions<Q, M> {
  const queue = oneAtATime();
  return {
    put: (question, take) => queue(() => answerOf(worker, question, take)),
    putIf: (isWanted, question, take) =>
      queue(async () => (isWanted() ? answerOf(worker, question, take) : null)),
  };
}

function answerOf<A, M>(worker: Worker, question: unknown, take: (message: M) => A | undefined): Promise<A> {
  const answered = new AbortController();
  const { signal } = answered;
  return new Promise<A>((resolve, reject) => {
    const onMessage = ({ data }: MessageEvent<M>) => {
      try {
        const answer = take(data);
        if (answer !== undefined) resolve(answer);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    worker.addEventListener('message', onMessage, { signal });
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { signal });
    worker.postMessage(question);
  }).finally(() => answered.abort());
}

import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import {
  type HubAnswer,
  type HubMessage,
  type HubTask,
  hubMessageSchema,
} from '../../shared/protocol/hub-process';
import type { ReaderProcess } from '../tables/reader-process';

export type HubReady = Extract<HubMessage, { kind: 'ready' }>;

/** Starts the process in which a hub runs; `args` and `name` are its settings. */
export type StartHubProcess = (args: readonly string[], name: string) => ReaderProcess;

/** The process in which a hub runs, as the app sees it. */
export interface HubChild {
  /** How its start went. */
  readonly ready: Promise<Outcome<HubReady>>;
  /** The answer; `hub.stopped` where the process ends before it, or has ended. */
  ask(task: HubTask): Promise<Outcome<HubAnswer>>;
  /** Asks it to stop and waits until it has, or until it has had time enough. */
  stop(): Promise<void>;
}

const stopMillis = 5000;

export function superviseHub(child: ReaderProcess, onEnd: () => void): HubChild {
  const waiting = new Map<number, (outcome: Outcome<HubAnswer>) => void>();
  let last = 0;
  let tellReady: (outcome: Outcome<HubReady>) => void = () => undefined;
  const ready = new Promise<Outcome<HubReady>>((resolve) => (tellReady = resolve));
  let hasEnded = false;
  let tellEnded: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (tellEnded = resolve));

  function hear(raw: unknown): void {
    const message = hubMessageSchema.parse(raw);
    if (message.kind === 'ready') return tellReady(succeed(message));
    if (message.kind === 'failed') return tellReady(fail(message.problem));
    const { id, answer } = message;
    waiting.get(id)?.('problem' in answer ? fail(answer.problem) : succeed(answer));
    waiting.delete(id);
  }

  const stopped = fail(problem('hub.stopped'));
  child.listen(hear, () => {
    hasEnded = true;
    tellReady(stopped);
    for (const tell of waiting.values()) tell(stopped);
    waiting.clear();
    tellEnded();
    onEnd();
  });

  const post = (task: HubTask) => child.post({ id: (last += 1), task });
  return {
    ready,
    ask: (task) =>
      new Promise((resolve) => {
        // Nobody would answer.
        if (hasEnded) return resolve(stopped);
        post(task);
        waiting.set(last, resolve);
      }),
    async stop() {
      if (hasEnded) return;
      post({ kind: 'stop' });
      const late = setTimeout(() => child.kill(), stopMillis);
      await ended;
      clearTimeout(late);
    },
  };
}

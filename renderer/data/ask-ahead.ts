import type { Outcome } from '../../shared/outcome';
import type { BridgeOutput } from '../../shared/protocol/bridge';
import type { Question } from '../../shared/sync/exchange-once';
import type { Unsent } from '../../shared/sync/laptop-store';
import { stillAway } from '../../shared/sync/still-away';
import { callBridge } from './call-bridge';

interface Answered {
  readonly answer: Outcome<BridgeOutput<'sync.exchange'>>;
  /** How long it was on its way. */
  readonly millis: number;
}

/** What comes behind the changes that were sent. */
type ReadOn = () => Promise<{ readonly changes: readonly Unsent[] }>;

/** So many bytes of changes are wanted back; so much is held here when these have arrived. */
interface Terms {
  readonly page: number;
  readonly pending: number;
}

interface Asked {
  readonly key: string;
  readonly answered: Promise<Answered>;
}

/**
 * Asks the next question while the last answer is being taken in: server and database work at the same time. Which question comes
 * next is guessed; where another one is asked, what was got ahead counts for nothing, and the server skips what it has.
 */
export interface AskAhead {
  ask(question: Question, terms: Terms): Promise<Answered>;
  /** This answer came: where it says that there is more, the question after it is asked already. */
  follow(question: Question, answer: BridgeOutput<'sync.exchange'>, terms: Terms, readOn: ReadOn): void;
}

/** Fewer than this are what somebody typed just now: they cross the bridge as they are, and nothing waits behind them. */
const fewChanges = 100;

export function createAskAhead(): AskAhead {
  let ahead: Promise<Asked | null> = Promise.resolve(null);
  return {
    async ask(question, terms) {
      const held = await ahead;
      ahead = Promise.resolve(null);
      if (held?.key !== keyOf(question)) return askMain(question, terms);
      const answered = await held.answered;
      return answered.answer.ok ? answered : askMain(question, terms);
    },
    follow(question, answer, terms, readOn) {
      const { epoch, cursors, views, more } = answer;
      const away = stillAway(question.away, answer);
      if (question.epoch !== null && question.epoch !== epoch) return;
      if (!more && question.changes.length < fewChanges) return;
      ahead = readOn().then(({ changes }) => {
        if (!more && changes.length === 0) return null;
        const next = { epoch, cursors, views, changes, away };
        return { key: keyOf(next), answered: askMain(next, terms) };
      });
    },
  };
}

function keyOf({ epoch, cursors, views, changes, away }: Question): string {
  return JSON.stringify([epoch, cursors, views, away, changes.map(({ id }) => id)]);
}

async function askMain({ changes, ...question }: Question, terms: Terms): Promise<Answered> {
  const begun = performance.now();
  const named = changes.flatMap(({ id, sequence }) => (sequence === undefined ? [] : [{ id, sequence }]));
  if (changes.length >= fewChanges && named.length === changes.length) {
    const answer = await callBridge('sync.exchange', { ...question, changes: [], named, ...terms });
    // Otherwise main has another journal than this database thinks.
    if (answer.ok || answer.problem.code !== 'internal.bug')
      return { answer, millis: performance.now() - begun };
  }
  const bodies = changes.map((change) => change.body());
  const answer = await callBridge('sync.exchange', { ...question, changes: bodies, ...terms });
  return { answer, millis: performance.now() - begun };
}

import { type Outcome, succeed } from '../../shared/outcome';
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
  readonly count: number;
  readonly answered: Promise<Answered>;
}

/**
 * Asks the next question while the last answer is being taken in: server and database work at the same time. Which question comes
 * next is guessed; where another one is asked, what was got ahead counts for nothing, and the server skips what it has.
 */
export interface AskAhead {
  /** With `readOn`, what comes behind these changes is handed in before they are answered. */
  ask(question: Question, terms: Terms, readOn: ReadOn | null): Promise<Answered>;
  /** This answer came: where it says that there is more, the question after it is asked already. */
  follow(question: Question, answer: BridgeOutput<'sync.exchange'>, terms: Terms, readOn: ReadOn): void;
  /** How many changes were handed in behind the last question: so many the next one asks of. */
  handedIn(): Promise<number | undefined>;
}

/** Fewer than this are what somebody typed just now: they cross the bridge as they are, and nothing waits behind them. */
const fewChanges = 100;

const nothing = Promise.resolve(null);

export function createAskAhead(): AskAhead {
  let ahead: Promise<Asked | null> = nothing;
  let behind: Promise<Asked | null> = nothing;
  /** Others wrote in between: what is handed in from now on would come back, since no cursor passes it. */
  let isLevel = true;
  return {
    async ask(question, terms, readOn) {
      const [asked, handed] = await Promise.all([ahead, behind]);
      ahead = nothing;
      const answered =
        asked?.key === keyOf(question)
          ? orAnew(asked, question, terms)
          : handed?.key === idsOf(question.changes)
            ? readNothing(handed, question, terms, () => (isLevel = false))
            : askMain(question, terms);
      behind = readOn === null || !isLevel ? nothing : handIn(question, terms, readOn).catch(() => null);
      return answered;
    },
    follow(question, answer, terms, readOn) {
      const { epoch, cursors, views, more } = answer;
      const away = stillAway(question.away, answer);
      if (question.epoch !== null && question.epoch !== epoch) return;
      if (!more && question.changes.length < fewChanges) return;
      ahead = behind
        .then(async (handed) => {
          if (handed) return null;
          const { changes } = await readOn();
          if (!more && changes.length === 0) return null;
          const next = { epoch, cursors, views, changes, away };
          return { key: keyOf(next), count: changes.length, answered: askMain(next, terms) };
        })
        // A database that closed meanwhile: the question itself will meet it.
        .catch(() => null);
    },
    handedIn: async () => (await behind)?.count,
  };
}

/** What it would read is not known before the answer: it reads nothing. */
async function handIn(question: Question, { pending }: Terms, readOn: ReadOn): Promise<Asked | null> {
  const last = question.changes.at(-1);
  const { changes } = await readOn();
  const named = namesOf(changes);
  if (!last || !named) return null;
  const { epoch, cursors, views, away } = question;
  const next = { epoch, cursors, views, away: [...away], changes: [], named, behind: last.id };
  const answered = timed(() => callBridge('sync.exchange', { ...next, page: 1, pending }));
  return { key: idsOf(changes), count: changes.length, answered };
}

/**
 * The answer to what was handed in, as one to this question that found nothing newer; where it was not taken, the question is asked. Its
 * own changes are read where nobody else's stand between them and the cursor.
 */
async function readNothing(
  handed: Asked,
  question: Question,
  terms: Terms,
  tellNotLevel: () => void,
): Promise<Answered> {
  const { answer, millis } = await handed.answered;
  if (!answer.ok) return askMain(question, terms);
  const { epoch, settled, refused, from, cursors: to } = answer.value;
  const isTaken = settled.length + refused.length === handed.count && epoch === question.epoch;
  // A server that does not know the question said nothing of this, and judged it out of turn.
  if (!isTaken || !from) return askMain(question, terms);
  const { cursors, views } = question;
  const shown = Object.entries(to).filter(([scope]) => Object.hasOwn(views, scope));
  const isLevel = shown.every(([scope]) => (cursors[scope] ?? 0) === from[scope]);
  if (!isLevel) tellNotLevel();
  const passed = isLevel ? { ...cursors, ...Object.fromEntries(shown) } : cursors;
  return { answer: succeed({ ...answer.value, cursors: passed, views, more: true }), millis };
}

async function orAnew(asked: Asked, question: Question, terms: Terms): Promise<Answered> {
  const answered = await asked.answered;
  return answered.answer.ok ? answered : askMain(question, terms);
}

function keyOf({ epoch, cursors, views, changes, away }: Question): string {
  return JSON.stringify([epoch, cursors, views, away, idsOf(changes)]);
}

function idsOf(changes: readonly Unsent[]): string {
  return changes.map(({ id }) => id).join();
}

/** Their places in the journal, where they are so many that it is worth it and all are known. */
function namesOf(changes: readonly Unsent[]) {
  const named = changes.flatMap(({ id, sequence }) => (sequence === undefined ? [] : [{ id, sequence }]));
  return changes.length >= fewChanges && named.length === changes.length ? named : null;
}

async function askMain({ changes, away, ...question }: Question, terms: Terms): Promise<Answered> {
  const asked = { ...question, away: [...away], ...terms };
  const named = namesOf(changes);
  if (named) {
    const answered = await timed(() => callBridge('sync.exchange', { ...asked, changes: [], named }));
    const { answer } = answered;
    // Otherwise main has another journal than this database thinks.
    if (answer.ok || answer.problem.code !== 'internal.bug') return answered;
  }
  const bodies = changes.map((change) => change.body());
  return timed(() => callBridge('sync.exchange', { ...asked, changes: bodies }));
}

async function timed(ask: () => Promise<Answered['answer']>): Promise<Answered> {
  const begun = performance.now();
  const answer = await ask();
  return { answer, millis: performance.now() - begun };
}

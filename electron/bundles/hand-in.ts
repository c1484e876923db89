import { type PageReply, pageReplySchema, refusesWhole } from '../../shared/bundles/signed-page';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type ProblemCode, problem } from '../../shared/problems';
import { paths } from '../../shared/protocol/sync';
import { diskProblem } from '../files/disk-problem';
import { type Connection, askWatched } from '../sync/sync-client';
import type { BundleState } from './bundle-state';
import { type CarriedPage, type CarriedPages, readPage } from './carried-pages';
import type { WithheldChanges } from './withheld-changes';

/** What came of a page. `by`: whose rights counted; the courier's still have to, by an exchange, where the writer is not known. */
export interface HandedIn extends PageReply {
  readonly by: 'writer' | 'courier';
}

/**
 * Hands in the oldest page that waits; null where none does. A disk that cannot be read now is a failure: taken for "none waits", all
 * that is carried would go by the courier's right. What is refused is held from then on.
 */
export async function handInNext(
  connection: Connection,
  { carried, withheld }: { readonly carried: CarriedPages; readonly withheld: WithheldChanges },
): Promise<Outcome<{ readonly page: CarriedPage; readonly came: HandedIn } | null>> {
  const waiting = await carried.next().then(succeed, (error: unknown) => fail(diskProblem(error)));
  if (!waiting.ok) return waiting;
  const { value: page } = waiting;
  if (!page) return succeed(null);
  const answered = await handIn(connection, page.text);
  if (!answered.ok) return answered;
  const came = answered.value.by === 'writer' ? answered.value : heldHere(page, withheld);
  try {
    // Before anybody hears of it: from the refusal on it must not be passed on. What was held until now the server has judged.
    await withheld.keep(page.name, came.refused);
    return succeed({ page, came });
  } catch (error) {
    return fail(diskProblem(error));
  }
}

/** What goes by the courier's right, but for what is held: its writer was revoked here. */
function heldHere({ text }: CarriedPage, withheld: WithheldChanges): HandedIn {
  const refused = (readPage(text)?.changes ?? []).flatMap(({ id }) => {
    const why = withheld.find(id);
    return why ? [{ change: id, problem: why }] : [];
  });
  return { ...leftToCourier, refused };
}

/** Hands a page in. A problem is one of the line, of the server or of this laptop's own access: it is tried again with the next exchange. */
export async function handIn(connection: Connection, text: string): Promise<Outcome<HandedIn>> {
  const page = readPage(text);
  if (!page) return succeed(leftToCourier);
  const answered = await askWatched(connection, paths.bundles, text);
  if (!answered.ok) {
    const { problem: why } = answered;
    if (refusesWhole.has(why.code)) {
      const refused = page.changes.map(({ id }) => ({ change: id, problem: why }));
      return succeed({ by: 'writer', settled: [], refused });
    }
    return ofPage.has(why.code) ? succeed(leftToCourier) : answered;
  }
  const reply = pageReplySchema.safeParse(answered.value);
  return reply.success ? succeed({ by: 'writer', ...reply.data }) : fail(problem('server.answerStrange'));
}

const leftToCourier: HandedIn = { by: 'courier', settled: [], refused: [] };

/**
 * The server will never take it in this form: it does not know the writer, or is older than bundles that are handed in. The changes wait
 * in the outbox as before. Named one by one: the status of a problem tells nothing of whether it will be another one tomorrow.
 */
const ofPage: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['bundle.unproven', 'request.invalid']);

/** The history of bundles with what the server said of one page more. */
export function withHandedIn(
  log: BundleState['log'],
  bundle: string,
  { by, settled, refused }: HandedIn,
): BundleState['log'] {
  return log.map((entry) => {
    if (entry.kind !== 'read' || entry.bundle !== bundle) return entry;
    const before = entry.handedIn ?? { by, accepted: 0, refused: 0, pages: 0 };
    const handedIn = {
      by,
      accepted: before.accepted + settled.length,
      refused: before.refused + refused.length,
      pages: before.pages + 1,
    };
    return { ...entry, handedIn };
  });
}

import {
  type PageReply,
  type SignedPage,
  pageReplySchema,
  refusesWhole,
} from '../../shared/bundles/signed-page';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import { paths } from '../../shared/protocol/sync';
import { diskProblem } from '../files/disk-problem';
import { type Connection, askWatched } from '../sync/sync-client';
import type { BundleState } from './bundle-state';
import { type CarriedPage, type CarriedPages, readPage } from './carried-pages';
import type { WithheldChanges } from './withheld-changes';

/** What came of a page. `by`: whose rights counted; the courier's still have to, by an exchange, where the writer is not known. */
export interface HandedIn extends PageReply {
  readonly by: 'writer' | 'courier';
  /** Its writer is not let in at present: it stays here, and is handed in again later. */
  readonly isParked?: true;
  /** So it was before. */
  readonly wasParked?: true;
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
  const parked = parkedBefore(withheld.of(page.name));
  // All of it was handed in by the courier's right since: there is nothing left to ask.
  if (parked?.size === 0)
    return succeed({ page, came: { by: 'writer', settled: [], refused: [], wasParked: true } });
  const answered = await handIn(connection, page.text);
  if (!answered.ok) return answered;
  const came = parked ? { ...onlyOf(parked, answered.value), wasParked: true as const } : answered.value;
  try {
    // Before anybody hears of it: from the refusal on it must not be passed on. What was held until now, and is taken, the server has judged.
    if (came.by === 'writer') {
      await withheld.keep(page.name, came.refused);
      await withheld.release(came.settled);
      carried.judged(page.name);
    }
    return succeed({ page, came: came.by === 'writer' ? came : heldHere(page, withheld) });
  } catch (error) {
    return fail(diskProblem(error));
  }
}

/** What the courier handed in by own right meanwhile is not held once more. */
function onlyOf(parked: ReadonlySet<string>, came: HandedIn): HandedIn {
  return { ...came, refused: came.refused.filter(({ change }) => parked.has(change)) };
}

/** What is held of a page whose writer was refused; null where that was not said of it. */
function parkedBefore(held: ReturnType<WithheldChanges['of']>): ReadonlySet<string> | null {
  const said = Object.entries(held ?? {});
  const isParked = held !== undefined && said.every(([, why]) => why.code === 'bundle.signerRevoked');
  return isParked ? new Set(said.map(([id]) => id)) : null;
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
      const isParked = why.code === 'bundle.signerRevoked';
      return succeed({ ...refusedAll(page, why), ...(isParked && { isParked }) });
    }
    if (isLeftToCourier(why)) return succeed(leftToCourier);
    if (why.code !== 'request.invalid') return answered;
    return succeed(refusedAll(page, problem('bundle.pageStrange')));
  }
  const reply = pageReplySchema.safeParse(answered.value);
  return reply.success ? succeed({ by: 'writer', ...reply.data }) : fail(problem('server.answerStrange'));
}

function refusedAll({ changes }: SignedPage, why: Problem): HandedIn {
  return { by: 'writer', settled: [], refused: changes.map(({ id }) => ({ change: id, problem: why })) };
}

const leftToCourier: HandedIn = { by: 'courier', settled: [], refused: [] };

/**
 * The server will never take it in this form: it does not know the writer, or is older than bundles that are handed in and has nothing at that address. The
 * changes wait in the outbox as before. Any other page that it calls no request at all was made so by its writer, who must not be judged by the
 * courier's right for it.
 */
function isLeftToCourier({ code, details }: Problem): boolean {
  const hasNoRoute = code === 'request.invalid' && details['fault'] === `POST ${paths.bundles}`;
  return code === 'bundle.unproven' || hasNoRoute;
}

/** The history of bundles with what the server said of one page more. */
export function withHandedIn(
  log: BundleState['log'],
  bundle: string,
  { by, settled, refused, wasParked }: HandedIn,
): BundleState['log'] {
  return log.map((entry) => {
    if (entry.kind !== 'read' || entry.bundle !== bundle) return entry;
    const before = entry.handedIn ?? { by, accepted: 0, refused: 0, pages: 0 };
    const handedIn = {
      by,
      accepted: before.accepted + settled.length,
      // Of a page that was refused as a whole before all is counted there.
      refused: wasParked ? Math.max(0, before.refused - settled.length) : before.refused + refused.length,
      pages: before.pages + (wasParked ? 0 : 1),
    };
    return { ...entry, handedIn };
  });
}

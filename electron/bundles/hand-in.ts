import { type PageReply, pageReplySchema } from '../../shared/bundles/signed-page';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem, problemList } from '../../shared/problems';
import { paths } from '../../shared/protocol/sync';
import { type Connection, ask } from '../sync/sync-client';
import type { BundleState } from './bundle-state';
import { readPage } from './carried-pages';

/** What came of a page. `by`: whose rights counted; the courier's still have to, by an exchange, where the writer is not known. */
export interface HandedIn extends PageReply {
  readonly by: 'writer' | 'courier';
}

/** Hands a page in. A problem is one of the line or of this laptop's own access: it is tried again with the next exchange. */
export async function handIn(connection: Connection, text: string): Promise<Outcome<HandedIn>> {
  const page = readPage(text);
  if (!page) return succeed(leftToCourier);
  const answered = await ask(connection, paths.bundles, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: text,
  });
  if (!answered.ok) {
    const { problem: why } = answered;
    if (why.code === 'bundle.signerRevoked') {
      const refused = page.changes.map(({ id }) => ({ change: id, problem: why }));
      return succeed({ by: 'writer', settled: [], refused });
    }
    return isOfPage(why) ? succeed(leftToCourier) : answered;
  }
  const told: unknown = await answered.value.json().catch(() => null);
  const reply = pageReplySchema.safeParse(told);
  return reply.success ? succeed({ by: 'writer', ...reply.data }) : fail(problem('server.answerStrange'));
}

const leftToCourier: HandedIn = { by: 'courier', settled: [], refused: [] };

/** The server will never take it in this form: it is older, or does not know the writer. The changes wait in the outbox as before. */
function isOfPage({ code }: Problem): boolean {
  return [400, 404, 413, 422, 500].includes(problemList[code].status);
}

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

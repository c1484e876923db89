import type { Caller } from '../../shared/access/caller';
import { type PageReply, type SignedPage, pageText, refusesWhole } from '../../shared/bundles/signed-page';
import { verifySignature } from '../../shared/node/verify-signature';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import { type Taken, taking } from '../../shared/sync/accept-request';
import { appendAudit, serverScope } from '../access/append-audit';
import type { Asking } from '../access/asking';
import { AccessEnded, refuseRevoked } from '../access/refuse-revoked';
import type { Database, Query } from '../database/database';
import { findDevice, findHolding } from '../database/device-queries';
import { transactionOn } from './server-store';

/**
 * Takes a page of a bundle, judged by the account of the laptop that signed it; `office` is what this server signs with. Who brought it stands in the audit and gets nothing
 * by it: no right, no tour, no view. A revoked laptop's page is refused whole, whoever brings it, and so is
 * one that is not signed as the laptop it names would have, or that holds the data of another office.
 */
export async function takePage(
  { database, office }: { readonly database: Database; readonly office: string },
  page: SignedPage,
  courier: Asking,
): Promise<Outcome<PageReply>> {
  const found = await database.transact(({ query }) => findSigner(query, office, page));
  if (!found.ok) {
    if (refusesWhole.has(found.problem.code)) await noteRefusal(database, page, courier);
    return found;
  }
  const take = taking(page.changes);
  try {
    return succeed(await takeFor(database, page, { courier, signer: found.value }, take));
  } catch (error) {
    if (!(error instanceof SignerEnded)) throw error;
    await noteRefusal(database, page, courier);
    return fail(problem('bundle.signerRevoked'));
  }
}

/** The signer's access ended while the page waited; the courier's has not. */
class SignerEnded extends Error {}

async function takeFor(
  database: Database,
  page: SignedPage,
  { courier, signer }: { readonly courier: Asking; readonly signer: Caller },
  take: ReturnType<typeof taking>,
): Promise<Taken> {
  return database.transact(async (transaction) => {
    await refuseRevoked(transaction.query, courier.caller);
    const asking = { ...courier, caller: signer };
    const taken = await take(transactionOn(transaction, asking, page.device)).catch((error: unknown) => {
      throw error instanceof AccessEnded ? new SignerEnded() : error;
    });
    const count = taken.settled.length + taken.refused.length;
    await appendAudit(transaction, [deedOf(page, courier, 'bundle.handedIn', count)], courier.now);
    return taken;
  });
}

function noteRefusal(database: Database, page: SignedPage, courier: Asking): Promise<void> {
  return database.transact(async (transaction) => {
    await refuseRevoked(transaction.query, courier.caller);
    const deed = deedOf(page, courier, 'bundle.refused', page.changes.length);
    await appendAudit(transaction, [deed], courier.now);
  });
}

function deedOf(
  { bundle }: SignedPage,
  { caller: { account, device } }: Asking,
  act: 'bundle.handedIn' | 'bundle.refused',
  count: number,
) {
  return { scope: serverScope, account, device, act, subject: bundle, count };
}

/**
 * Whose page it is, where that is proven. A revoked laptop is told first: without a signature, too, nothing of it comes in. A laptop
 * that is known signs what it writes: a page in its name that it did not sign must not go in by the right of who carries it.
 */
async function findSigner(query: Query, office: string, page: SignedPage): Promise<Outcome<Caller>> {
  // First: also of a laptop that nobody knows here nothing of another office may go in by the right of who carries it.
  if (page.office !== '' && page.office !== office) return fail(problem('bundle.otherOffice'));
  const device = await findDevice(query, page.device);
  const holding = device && (await findHolding(query, device.account, device.id));
  if (!holding) return unproven;
  if (holding.revoked_at !== '' || holding.disabled) return fail(problem('bundle.signerRevoked'));
  if (!verifySignature(holding.signing_key, pageText(page), page.signature))
    return fail(problem('bundle.signatureWrong'));
  const { account, role, person } = holding;
  return succeed({ account, role, person, device: page.device, isSignedIn: false });
}

const unproven: { readonly ok: false; readonly problem: Problem } = fail(problem('bundle.unproven'));

import { z } from 'zod';
import { anyChangeSchema, type AnyChange } from '../changes/change';
import { idSchema } from '../ids/id';
import type { Json } from '../json';
import { type ProblemCode, problemSchema } from '../problems';
import { signingKeySchema } from './device-card';

/** An Ed25519 signature in base64url; of fixed length, because a bundle is planned before it is signed. */
export const pageSignatureLength = 86;

/** Empty in a bundle of an older Xunji, which did not sign its pages. */
export const pageSignatureSchema = z.union([z.string().regex(/^[A-Za-z0-9_-]{86}$/), z.literal('')]);

/** What the office's server signs with; empty where a laptop wrote for no office, or an older Xunji wrote. */
export const pageOfficeSchema = z.union([signingKeySchema, z.literal('')]);

/**
 * POST /api/bundles: one page of changes of a bundle, as the laptop signed it that wrote the bundle. Whoever opened the bundle may hand
 * it in; it is judged by the account of the laptop that signed.
 */
export const signedPageSchema = z.object({
  bundle: idSchema,
  /** The laptop that wrote the bundle. */
  device: idSchema,
  /** Whose data it is: no other office takes it. */
  office: pageOfficeSchema.default(''),
  signature: pageSignatureSchema,
  changes: z.array(anyChangeSchema).min(1).max(2000),
});

/** What came of each change of the page. The signer's cursors and what is newer are none of the courier's business. */
export const pageReplySchema = z.object({
  settled: z.array(idSchema),
  refused: z.array(z.object({ change: idSchema, problem: problemSchema })),
});

/** Where the server says this of a page, nothing of it may go in by the right of who carried it, unless that person says so. */
export const refusesWhole: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'bundle.signerRevoked',
  'bundle.signatureWrong',
  'bundle.otherOffice',
]);

export type SignedPage = Readonly<z.infer<typeof signedPageSchema>>;
export type PageReply = Readonly<z.infer<typeof pageReplySchema>>;

/**
 * What the signature of a page is made over: names sorted, so that the same changes give the same text on every road. Without an office
 * it is the text of earlier versions, with one it begins otherwise: nobody can take the office off a page.
 */
export function pageText(
  page: Pick<SignedPage, 'bundle' | 'device' | 'office'> & { changes: readonly AnyChange[] },
): string {
  const { bundle, device, office, changes } = page;
  const head = office === '' ? 'xunji-page' : `xunji-page-of-office\n${office}`;
  return `${head}\n${bundle}\n${device}\n${sortedJson(changes as unknown as Json)}`;
}

function sortedJson(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

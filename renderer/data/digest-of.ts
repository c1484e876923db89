import { signedContent } from '../../shared/signatures/signed-content';

/** The SHA-256 of all that was signed, in hex. */
export async function digestOf(signature: Parameters<typeof signedContent>[0]): Promise<string> {
  const bytes = new TextEncoder().encode(signedContent(signature));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

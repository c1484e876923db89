import type { Signature } from '../records/signature';

/**
 * All that somebody signed, as one text to take the digest of: fields in a fixed order, so that the same signature gives the
 * same text on every computer. A change of any of them, or of a stroke, gives another.
 */
export function signedContent(signature: Omit<Signature, 'id' | 'deleted' | 'digest'>): string {
  const { tour, stop, signer, post, unit, place, address, language, statement, findings, remarks } =
    signature;
  const { objection, way, refusal, witness, strokes, author, at } = signature;
  const parts = [tour, stop, signer, post, unit, place, address, language, statement, findings, remarks];
  return JSON.stringify([
    'xunji-signature-1',
    ...parts,
    objection,
    way,
    refusal,
    witness,
    strokes,
    author,
    at,
  ]);
}

/** The first sixteen digits in groups of four: enough to compare a sheet of paper with the record. */
export function shownCode(digest: string): string {
  return (digest.slice(0, 16).match(/.{4}/g) ?? []).join('-');
}

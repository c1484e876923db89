import type { OfficialDocument } from '../../shared/documents/document';
import { listSentences } from '../../shared/documents/list-sentences';

/** What lies beside a DOCX: of every sentence its bookmark, its words and the records it rests on, in reading order. */
export function evidenceFile(document: OfficialDocument): Uint8Array {
  const sentences = listSentences(document).map(({ text, written, evidence }, index) => ({
    bookmark: `e_${index + 1}`,
    text,
    written,
    evidence,
  }));
  return new TextEncoder().encode(
    `${JSON.stringify({ format: 'xunji-evidence', version: 1, madeFrom: document.madeFrom, sentences }, null, 1)}\n`,
  );
}

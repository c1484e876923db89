import type { RecordKind } from '../records/record-schemas';
import type { EvidenceRef, Paragraph, Sentence } from './document';

/** A sentence in a record's own words, ended with 。 where it has no end. */
export function quote(text: string, ...evidence: readonly EvidenceRef[]): Sentence {
  return { text: ended(text), evidence, written: 'record' };
}

/** A sentence that the composer worded or counted itself. */
export function say(text: string, ...evidence: readonly EvidenceRef[]): Sentence {
  return { text: ended(text), evidence, written: 'composer' };
}

/** A word or two without an end: a heading, a cell, a caption. */
export function label(text: string, ...evidence: readonly EvidenceRef[]): Sentence {
  return { text: text.trim(), evidence, written: 'record' };
}

export function ref(kind: RecordKind, record: { readonly id: string }): EvidenceRef {
  return { kind, id: record.id };
}

export function refs(kind: RecordKind, records: readonly { readonly id: string }[]): readonly EvidenceRef[] {
  return records.map((record) => ref(kind, record));
}

/** No paragraph at all when there is nothing to say. */
export function paragraph(...sentences: readonly (Sentence | null)[]): readonly Paragraph[] {
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length > 0 ? [{ kind: 'paragraph', sentences: said }] : [];
}

/** Items with 、 between them, or ； where an item has a 、 of its own. */
export function listed(items: readonly string[]): string {
  return items.join(items.some((item) => item.includes('、')) ? '；' : '、');
}

/** Without the mark at its end, to go on with more words. */
export function unended(text: string): string {
  return text.trim().replace(/[。；;，,、]+$/, '');
}

function ended(text: string): string {
  const trimmed = text.trim();
  if (/[。！？!?；;…，：:]$/.test(trimmed) || /[。！？!?…][”’』」）)]$/.test(trimmed)) return trimmed;
  return `${trimmed}。`;
}

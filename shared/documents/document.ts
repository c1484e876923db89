import type { PhotoMark } from '../records/photo-mark';
import type { RecordKind } from '../records/record-schemas';

/** The record that a sentence rests on. */
export interface EvidenceRef {
  readonly kind: RecordKind;
  readonly id: string;
}

/**
 * The smallest part of a document that can be shown to be true. `written` is `composer` where Xunji counted or
 * worded something itself; `evidence` then names the records it counted.
 */
export interface Sentence {
  readonly text: string;
  readonly evidence: readonly EvidenceRef[];
  readonly written: 'record' | 'composer';
}

/** `number` is what is printed before the text: 一、 （一） 1. （1） by level. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly number: string;
  readonly sentence: Sentence;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly sentences: readonly Sentence[];
}

/** A picture; the writer asks for its bytes by `key`, which names it together with what was drawn on it. */
export interface Photo {
  readonly key: string;
  readonly sha256: string;
  readonly mime: string;
  readonly size: number;
  readonly marks: readonly PhotoMark[];
  readonly name: string;
  readonly caption: Sentence;
}

interface PhotoRow {
  readonly kind: 'photos';
  readonly photos: readonly Photo[];
}

/** `widths` are shares of the text block and add up to 1. Every cell is one sentence, so that it has evidence too. */
export interface Table {
  readonly kind: 'table';
  readonly header: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Sentence[])[];
}

/** A signature as it was drawn: strokes as in the record, and whose they are. */
interface DrawnSignature {
  readonly kind: 'signature';
  readonly strokes: readonly (readonly number[])[];
  readonly caption: Sentence;
}

export type Block = Heading | Paragraph | PhotoRow | Table | DrawnSignature;

/** 出席, 请假, 列席 (and 参加 for the tour itself): one list of people after the body. */
export interface AttendanceList {
  readonly label: string;
  readonly entries: readonly Sentence[];
}

export interface Annex {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** 版记: who gets copies, who printed it and when ("2026年11月18日印发"). */
export interface Imprint {
  readonly copies: string;
  readonly printedBy: string;
  readonly printedOn: string;
}

/** What is printed above the red line. Empty strings are left out. */
interface FrontMatter {
  readonly mark: string;
  readonly number: string;
  readonly agency: string;
  readonly date: string;
}

/** From which state of the data a document was made; `state` changes when any record it used changes. */
export interface MadeFrom {
  readonly state: string;
  readonly at: string;
}

/** A whole document without any layout: writers turn it into DOCX and HTML. */
export interface OfficialDocument {
  readonly front: FrontMatter;
  readonly title: Sentence;
  readonly blocks: readonly Block[];
  readonly attendance: readonly AttendanceList[];
  readonly annexes: readonly Annex[];
  readonly imprint?: Imprint;
  readonly madeFrom: MadeFrom;
}

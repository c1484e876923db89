import type { PhotoMark } from '../../../shared/records/photo-mark';
import type { PhotoFacts } from './read-photo-facts';

/** What the worker for pictures is asked. Blobs travel by reference: the bytes are read over there. */
export type PhotoTask =
  | { readonly kind: 'read'; readonly file: Blob }
  | { readonly kind: 'thumb'; readonly file: Blob }
  | { readonly kind: 'show'; readonly file: Blob }
  | { readonly kind: 'print'; readonly file: Blob; readonly marks: readonly PhotoMark[] }
  | {
      readonly kind: 'stamp';
      readonly file: Blob;
      readonly lines: readonly string[];
      readonly marks: readonly PhotoMark[];
    };

export interface ReadPhoto extends PhotoFacts {
  readonly sha256: string;
  /** Null for what cannot be shown as a picture. */
  readonly thumb: Blob | null;
}

export interface PhotoAnswers {
  readonly read: ReadPhoto;
  readonly thumb: Blob | null;
  /** A picture that the window can show itself. */
  readonly show: Blob | null;
  /** Upright, with what was drawn on it, as fine as paper shows. */
  readonly print: Blob | null;
  readonly stamp: Blob | null;
}

export interface PhotoReply {
  readonly id: number;
  readonly answer: PhotoAnswers[keyof PhotoAnswers];
}

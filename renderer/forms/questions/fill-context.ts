import { createContext, useContext } from 'react';
import type { Attachment } from '../../../shared/records/attachment';
import type { Group, Question, Repeat } from '../form';

/** What a question may do to the sheet it stands in. */
export interface Fill {
  set(question: Question, value: string, pace: 'now' | 'typing'): void;
  /** The cursor leaves a text: it is saved now. */
  settle(): void;
  addInstance(repeat: Repeat): void;
  /** Of the repeat with this key. */
  removeInstance(repeat: string, index: number, entry: Group): void;
  /** Puts a file on disk and answers the question with it; resolves to what went wrong, in words. */
  addFile(question: Question, file: File): Promise<string | null>;
  /** Null where there is nothing to make an issue of: in a preview. */
  readonly issues: {
    make(question: Question): void;
    show(issue: string): void;
  } | null;
}

/** What is known of the questions besides the form. It changes while a form is filled; what a question may do does not. */
export interface Marks {
  /** Paths of the questions whose answer failed. */
  readonly failed: ReadonlySet<string>;
  /** The ids of the issues that were made of questions, by path. */
  readonly issues: ReadonlyMap<string, string>;
  readonly files: readonly Attachment[];
}

const FillContext = createContext<Fill | null>(null);

export const FillProvider = FillContext.Provider;

const noMarks: Marks = { failed: new Set(), issues: new Map(), files: [] };

const MarksContext = createContext<Marks>(noMarks);

export const MarksProvider = MarksContext.Provider;

export function useMarks(): Marks {
  return useContext(MarksContext);
}

export function useFill(): Fill {
  const fill = useContext(FillContext);
  if (!fill) throw new Error('a question outside a form');
  return fill;
}

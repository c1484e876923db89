import { createContext, useContext } from 'react';
import type { Attachment } from '../../../shared/records/attachment';
import type { Repeat, Question } from '../form';

/** What a question may do to the sheet it stands in. */
export interface Fill {
  set(question: Question, value: string, pace: 'now' | 'typing'): void;
  /** The cursor leaves a text: it is saved now. */
  settle(): void;
  addInstance(repeat: Repeat): void;
  removeInstance(repeat: Repeat, index: number): void;
  /** Puts a file on disk and answers the question with it; resolves to what went wrong, in words. */
  addFile(question: Question, file: File): Promise<string | null>;
  file(id: string): Attachment | undefined;
  /** Null where there is nothing to make an issue of: in a preview. */
  readonly issues: {
    /** The id of the issue that was made of a question. */
    madeOf(question: Question): string | undefined;
    make(question: Question): void;
    show(issue: string): void;
  } | null;
  failed(question: Question): boolean;
}

const FillContext = createContext<Fill | null>(null);

export const FillProvider = FillContext.Provider;

export function useFill(): Fill {
  const fill = useContext(FillContext);
  if (!fill) throw new Error('a question outside a form');
  return fill;
}

import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from 'react';
import type { Question } from '../form';
import { useFill } from './fill-context';

type Box = HTMLInputElement | HTMLTextAreaElement;

/**
 * A text that is being typed: into the form with every committed character, never in the middle of an IME composition. What
 * the form or another laptop sets meanwhile is taken over only while nobody composes.
 */
export function useTypedAnswer(question: Question) {
  const fill = useFill();
  const [typed, setTyped] = useState(question.value);
  const live = useRef({ composing: false, sent: question.value });

  useEffect(() => {
    const now = live.current;
    if (now.composing || question.value === now.sent) return;
    now.sent = question.value;
    setTyped(question.value);
  }, [question.value]);

  function commit(text: string) {
    live.current.sent = text;
    fill.set(question, text, 'typing');
  }

  return {
    value: typed,
    onChange: (event: ChangeEvent<Box>) => {
      setTyped(event.target.value);
      if (!live.current.composing) commit(event.target.value);
    },
    onCompositionStart: () => {
      live.current.composing = true;
    },
    onCompositionEnd: (event: CompositionEvent<Box>) => {
      live.current.composing = false;
      setTyped(event.currentTarget.value);
      commit(event.currentTarget.value);
    },
  };
}

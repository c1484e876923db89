import { Input } from 'antd';
import type { AnswerProps } from './answer-control';
import { useFill } from './fill-context';

/** A day, a time of day, or both, by the computer's own field. ODK's form of a time carries seconds and the offset of the place. */
export function DateAnswer({ question, labelId }: AnswerProps) {
  const fill = useFill();
  const type = question.type === 'date' ? 'date' : question.type === 'time' ? 'time' : 'datetime-local';
  return (
    <Input
      type={type}
      className="answer-short"
      aria-labelledby={labelId}
      value={shownIn(type, question.value)}
      onChange={(event) => fill.set(question, stored(type, event.target.value), 'typing')}
    />
  );
}

type Kind = 'date' | 'time' | 'datetime-local';

function shownIn(type: Kind, value: string): string {
  return type === 'date' ? value.slice(0, 10) : type === 'time' ? value.slice(0, 5) : value.slice(0, 16);
}

function stored(type: Kind, typed: string): string {
  if (typed === '' || type === 'date') return typed;
  return type === 'time' ? `${typed.slice(0, 5)}:00.000` : `${typed.slice(0, 16)}:00.000`;
}

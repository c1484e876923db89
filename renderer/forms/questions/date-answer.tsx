import { Input, InputNumber } from 'antd';
import type { AnswerProps } from './answer-control';
import { useFill } from './fill-context';

/** A day, a month, a year, a time of day, or day and time, by the computer's own field. */
export function DateAnswer(props: AnswerProps) {
  const { question, labelId } = props;
  const fill = useFill();
  const kind = kindOf(props);
  if (kind === 'year') {
    return (
      <InputNumber<number>
        className="answer-year"
        aria-labelledby={labelId}
        controls={false}
        min={1}
        max={9999}
        precision={0}
        value={question.value === '' ? null : Number(question.value.slice(0, 4))}
        onChange={(year) =>
          fill.set(question, year === null ? '' : `${String(year).padStart(4, '0')}-01-01`, 'typing')
        }
      />
    );
  }
  return (
    <Input
      type={kind}
      className={`answer-short${question.appearances.includes('no-calendar') ? ' answer-plain' : ''}`}
      aria-labelledby={labelId}
      value={question.value.slice(0, lengths[kind])}
      onChange={(event) => fill.set(question, stored(kind, event.target.value), 'typing')}
    />
  );
}

type Kind = 'date' | 'month' | 'year' | 'time' | 'datetime-local';

function kindOf({ question: { type, appearances } }: AnswerProps): Kind {
  if (type === 'time') return 'time';
  if (type === 'dateTime') return 'datetime-local';
  if (appearances.includes('year')) return 'year';
  return appearances.includes('month-year') ? 'month' : 'date';
}

/** How much of ODK's form of a value the field shows: it has no seconds and no offset of the place. */
const lengths = { date: 10, month: 7, time: 5, 'datetime-local': 16 } as const;

function stored(kind: Kind, typed: string): string {
  if (typed === '' || kind === 'date') return typed;
  if (kind === 'month') return `${typed}-01`;
  return kind === 'time' ? `${typed.slice(0, 5)}:00.000` : `${typed.slice(0, 16)}:00.000`;
}

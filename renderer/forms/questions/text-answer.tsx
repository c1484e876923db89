import { Input } from 'antd';
import type { AnswerProps } from './answer-control';
import { useTypedAnswer } from './use-typed-answer';

/** Text grows with what is typed. Enter goes on; in a long one (the appearance multiline, the parameter rows) it breaks the line. */
export function TextAnswer({ question, labelId }: AnswerProps) {
  const typed = useTypedAnswer(question);
  const long = question.appearances.includes('multiline') || (question.rows ?? 1) > 1;
  const numbers = question.appearances.includes('numbers');
  return (
    <Input.TextArea
      {...typed}
      aria-labelledby={labelId}
      aria-invalid={question.violation?.kind === 'constraint'}
      inputMode={numbers ? 'numeric' : undefined}
      data-long={long ? '' : undefined}
      rows={long ? (question.rows ?? 3) : 1}
      className="growing"
    />
  );
}

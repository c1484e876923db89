import { InputNumber } from 'antd';
import { useState } from 'react';
import type { AnswerProps } from './answer-control';
import { useFill } from './fill-context';

/** A number as it is typed; trailing zeros are kept, because 272.80 says more than 272.8. */
export function NumberAnswer({ question, labelId }: AnswerProps) {
  const fill = useFill();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <InputNumber<string>
      stringMode
      className="answer-short"
      controls={false}
      aria-labelledby={labelId}
      status={question.violation?.kind === 'constraint' ? 'error' : undefined}
      value={typed ?? (question.value === '' ? null : question.value)}
      precision={question.type === 'integer' ? 0 : undefined}
      onChange={(value) => {
        setTyped(value ?? '');
        fill.set(question, value ?? '', 'typing');
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

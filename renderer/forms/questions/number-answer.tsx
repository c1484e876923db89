import { InputNumber } from 'antd';
import { useState } from 'react';
import type { AnswerProps } from './answer-control';
import { useFill } from './fill-context';

/** A number as it is typed; trailing zeros are kept, because 272.80 says more than 272.8. "thousands-sep" parts its figures. */
export function NumberAnswer({ question, labelId }: AnswerProps) {
  const fill = useFill();
  const [typed, setTyped] = useState<string | null>(null);
  const parted = question.appearances.includes('thousands-sep');
  return (
    <InputNumber<string>
      stringMode
      className="answer-short"
      controls={false}
      aria-labelledby={labelId}
      status={question.violation?.kind === 'constraint' ? 'error' : undefined}
      value={typed ?? (question.value === '' ? null : question.value)}
      precision={question.type === 'integer' ? 0 : undefined}
      formatter={parted ? withCommas : undefined}
      parser={parted ? (shown) => (shown ?? '').replaceAll(/[,，]/g, '') : undefined}
      onChange={(value) => {
        setTyped(value ?? '');
        fill.set(question, value ?? '', 'typing');
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

function withCommas(value: string | number | undefined): string {
  const [whole = '', ...rest] = String(value ?? '').split('.');
  return [whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ','), ...rest].join('.');
}

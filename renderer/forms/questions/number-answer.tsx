import { InputNumber } from 'antd';
import { useState } from 'react';
import type { AnswerProps } from './answer-control';
import { useFill } from './fill-context';

/** A number as it is typed; trailing zeros are kept, because 272.80 says more than 272.8. "thousands-sep" parts its figures. */
export function NumberAnswer({ question, labelId }: AnswerProps) {
  const fill = useFill();
  const [typed, setTyped] = useState<string | null>(null);
  const parted = question.appearances.includes('thousands-sep');
  const take = (text: string) => {
    setTyped(text);
    fill.set(question, text, 'typing');
  };
  return (
    <InputNumber<string>
      stringMode
      className="answer-short"
      controls={false}
      aria-labelledby={labelId}
      status={question.violation?.kind === 'constraint' ? 'error' : undefined}
      value={typed ?? (question.value === '' ? null : question.value)}
      precision={question.type === 'integer' ? 0 : undefined}
      formatter={(shown, { userTyping }) => {
        const text = userTyping ? (shown ?? '') : asWritten(shown ?? '', typed ?? question.value);
        return parted ? withCommas(text) : text;
      }}
      parser={parted ? (shown) => withoutCommas(shown ?? '') : undefined}
      onChange={(value) => take(value ?? '')}
      onInput={(shown) => {
        const text = withoutCommas(shown);
        // A zero that comes or goes at the end is no change of the number, which is all that onChange tells of.
        if (question.type === 'decimal' && /^-?\d+(?:\.\d+)?$/.test(text)) take(text);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

/** The field writes a number anew when the cursor leaves it: without the zeros at its end. */
function asWritten(shown: string, written: string): string {
  return written !== '' && shown !== '' && Number(written) === Number(shown) ? written : shown;
}

function withoutCommas(shown: string): string {
  return shown.replaceAll(/[,，]/g, '');
}

function withCommas(value: string): string {
  const [whole = '', ...rest] = value.split('.');
  return [whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ','), ...rest].join('.');
}

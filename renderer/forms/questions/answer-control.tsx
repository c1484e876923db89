import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Question } from '../form';
import { ChoiceAnswer } from './choice-answer';
import { DateAnswer } from './date-answer';
import { FileAnswer } from './file-answer';
import { useFill } from './fill-context';
import { NumberAnswer } from './number-answer';
import { RangeAnswer } from './range-answer';
import { RankAnswer } from './rank-answer';
import { TextAnswer } from './text-answer';

export interface AnswerProps {
  readonly question: Question;
  readonly labelId: string;
}

/** The control that fits the type of a question; the plain value where the form fills it in itself. */
export function AnswerControl(props: AnswerProps) {
  return (
    <div className="answer">
      {props.question.readonly ? (
        <output className="figures">{shown(props.question)}</output>
      ) : (
        control(props)
      )}
    </div>
  );
}

function control(props: AnswerProps) {
  const { type } = props.question;
  switch (type) {
    case 'one':
    case 'many':
      return <ChoiceAnswer {...props} />;
    case 'integer':
    case 'decimal':
      return <NumberAnswer {...props} />;
    case 'date':
    case 'time':
    case 'dateTime':
      return <DateAnswer {...props} />;
    case 'range':
      return <RangeAnswer {...props} />;
    case 'rank':
      return <RankAnswer {...props} />;
    case 'file':
      return <FileAnswer {...props} />;
    case 'acknowledge':
      return <Acknowledge {...props} />;
    case 'text':
      return <TextAnswer {...props} />;
    case 'note':
      return null;
    default:
      return type satisfies never;
  }
}

function Acknowledge({ question, labelId }: AnswerProps) {
  const { t } = useTranslation();
  const fill = useFill();
  return (
    <Checkbox
      aria-describedby={labelId}
      checked={question.value !== ''}
      onChange={(event) => fill.set(question, event.target.checked ? 'OK' : '', 'now')}
    >
      {t('form.acknowledged')}
    </Checkbox>
  );
}

function shown({ value, choices }: Question): string {
  const labels = new Map(choices.map((choice) => [choice.value, choice.label]));
  return choices.length === 0
    ? value
    : value
        .split(' ')
        .map((name) => labels.get(name) ?? name)
        .join('、');
}

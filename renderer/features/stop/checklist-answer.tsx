import { Button, Checkbox, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerText } from '../../../shared/checklists/answer-text';
import type { Json } from '../../../shared/json';
import type { ChecklistQuestionProps } from './checklist-props';
import { useRecordText } from './use-record-text';

interface ChecklistAnswerProps extends ChecklistQuestionProps {
  readonly labelId: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** The control that fits the type of an item. Choices and numbers are saved at once, text as one types. */
export function ChecklistAnswer(props: ChecklistAnswerProps) {
  const { item, answer, save, labelId, choices } = props;
  const { t } = useTranslation();
  switch (item.type) {
    case 'select_one':
      return (
        <div className="checklist-choices">
          <Radio.Group
            optionType="button"
            buttonStyle="solid"
            aria-labelledby={labelId}
            value={answer}
            options={[...choices]}
            onChange={(event) => save(String(event.target.value))}
          />
          {answer !== '' && (
            <Button type="text" onClick={() => save('')}>
              {t('stop.clearAnswer')}
            </Button>
          )}
        </div>
      );
    case 'select_multiple':
      return (
        <Checkbox.Group
          className="checklist-boxes"
          aria-labelledby={labelId}
          value={namesOf(answer)}
          options={[...choices]}
          onChange={(names) => save(names)}
        />
      );
    case 'integer':
    case 'decimal':
      return <NumberAnswer {...props} />;
    case 'date':
      return (
        <Input
          type="date"
          className="checklist-short"
          aria-labelledby={labelId}
          value={answerText(answer)}
          onChange={(event) => save(event.target.value)}
        />
      );
    case 'text':
      return <TextAnswer {...props} />;
    case 'note':
      return null;
    default:
      return item.type satisfies never;
  }
}

/** Typing must not wait for the database to answer, so the figures stand in the box by themselves. */
function NumberAnswer({ item, answer, save, labelId }: ChecklistAnswerProps) {
  const [typed, setTyped] = useState<number | null>(answer === '' ? null : Number(answer));
  return (
    <InputNumber
      className="checklist-short"
      aria-labelledby={labelId}
      value={typed}
      precision={item.type === 'integer' ? 0 : undefined}
      onChange={(value) => {
        setTyped(value);
        save(value ?? '');
      }}
    />
  );
}

function TextAnswer({ target, answer, there, save, labelId }: ChecklistAnswerProps) {
  // Fixed for the life of the box: a sheet that comes into being while one types must not take the text out of it.
  const [wasThere] = useState(there);
  const text = useRecordText(target, answerText(answer), wasThere ? null : { created: there, write: save });
  return <Input.TextArea {...text} aria-labelledby={labelId} rows={1} className="growing" />;
}

function namesOf(answer: Json): string[] {
  return answerText(answer)
    .split(' ')
    .filter((name) => name !== '');
}

import { Button, Checkbox, Radio, Select } from 'antd';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { matchText } from '../../ui/match-text';
import type { Question } from '../form';
import type { AnswerProps } from './answer-control';
import { useFill } from './fill-context';
import { goOn } from './go-on';

/** More than these are found by typing rather than by looking. */
const buttons = { one: 9, many: 16 } as const;

/** Few choices are buttons, many are searched by characters, pinyin or initials. */
export function ChoiceAnswer(props: AnswerProps) {
  const { type, choices, appearances } = props.question;
  const most = type === 'one' ? buttons.one : buttons.many;
  const searched = appearances.some((word) => /^(?:minimal|autocomplete|search)$/.test(word));
  if (choices.length > most || searched) return <Searched {...props} />;
  return type === 'one' ? <One {...props} /> : <Many {...props} />;
}

function One({ question, labelId }: AnswerProps) {
  const { t } = useTranslation();
  const fill = useFill();
  return (
    <div className="choice-line">
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        className={lookOf(question)}
        style={columnsOf(question)}
        aria-labelledby={labelId}
        value={question.value === '' ? null : question.value}
        options={numbered(question)}
        onChange={(event) => {
          fill.set(question, String(event.target.value), 'now');
          const row =
            event.nativeEvent.target instanceof Element && event.nativeEvent.target.closest('fieldset');
          // Arrow keys walk through the buttons: only a tap means that this is the answer.
          const tapped = event.nativeEvent instanceof MouseEvent && event.nativeEvent.detail > 0;
          if (row && tapped && question.appearances.some((word) => word.startsWith('quick'))) goOn(row);
        }}
      />
      {question.value !== '' && (
        <Button type="text" onClick={() => fill.set(question, '', 'now')}>
          {t('form.clear')}
        </Button>
      )}
    </div>
  );
}

function Many({ question, labelId }: AnswerProps) {
  const fill = useFill();
  return (
    <Checkbox.Group
      className={`choice-boxes ${lookOf(question)}`}
      style={columnsOf(question)}
      aria-labelledby={labelId}
      value={namesOf(question)}
      options={numbered(question)}
      onChange={(names) => fill.set(question, names.join(' '), 'now')}
    />
  );
}

function Searched({ question, labelId }: AnswerProps) {
  const { t } = useTranslation();
  const fill = useFill();
  const many = question.type === 'many';
  const names = namesOf(question);
  return (
    <Select<string | string[], { readonly value: string; readonly label: string }>
      className="choice-picker"
      mode={many ? 'multiple' : undefined}
      aria-labelledby={labelId}
      placeholder={t('form.searchHint')}
      allowClear
      defaultActiveFirstOption
      value={many ? names : names[0]}
      options={question.choices.map(({ value, label }) => ({ value, label }))}
      showSearch={{ filterOption: (typed, option) => matchText(option?.label ?? '', typed) }}
      onChange={(chosen) => fill.set(question, [chosen ?? ''].flat().join(' '), 'now')}
    />
  );
}

/** The first nine carry the key that chooses them. */
function numbered({ choices }: Question) {
  return choices.map(({ value, label }, index) => ({
    value,
    label: (
      <>
        {index < 9 && choices.length > 1 && (
          <kbd className="choice-key" aria-hidden>
            {index + 1}
          </kbd>
        )}
        <span>{label}</span>
      </>
    ),
  }));
}

function namesOf({ value }: Question): string[] {
  return value.split(' ').filter((name) => name !== '');
}

function lookOf({ appearances }: Question): string {
  if (appearances.includes('likert')) return 'choice-likert';
  if (appearances.includes('columns-pack')) return 'choice-packed';
  return appearances.some((word) => /^(?:columns|compact)/.test(word)) ? 'choice-columns' : 'choice-free';
}

/** "columns-3" names how many; plain "columns" takes as many as there is room for. */
function columnsOf({ appearances }: Question): CSSProperties | undefined {
  const count = appearances
    .map((word) => /^columns-(\d+)$/.exec(word)?.[1])
    .find((found) => found !== undefined);
  return count === undefined
    ? undefined
    : { gridTemplateColumns: `repeat(${Math.min(Number(count), 10)}, 1fr)` };
}

import { AlertOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from '../form';
import { AnswerControl } from './answer-control';
import { useFill } from './fill-context';
import { goOn } from './go-on';

interface QuestionRowProps {
  readonly question: Question;
  readonly failed: boolean;
  /** The issue that was made of it. */
  readonly issue: string | undefined;
}

/** One question, drawn again when it changes and not whenever another one does. */
export const QuestionRow = memo(Row);

/** Its label, its hint, the way to answer, what is wrong with the answer, and the way to an issue. */
function Row({ question, failed, issue }: QuestionRowProps) {
  const { t } = useTranslation();
  const fill = useFill();
  const id = useId();
  const [left, setLeft] = useState(false);
  const { type, label, hint, required, readonly, violation } = question;
  if (type === 'note') return <p className="question-note soft">{label}</p>;
  // A result without a label is nobody's to read.
  if (readonly && label === '') return null;
  // That something is missing is said where the cursor has been, not on a sheet that nobody began.
  const told = violation && (violation.kind === 'constraint' || left) ? violation : null;
  const name = label || question.path;

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    if (/^[1-9]$/.test(event.key) && takesKeys(target)) return pick(event, Number(event.key) - 1);
    if (event.key === 'Enter' && !event.shiftKey && goesOn(target)) {
      event.preventDefault();
      goOn(event.currentTarget);
    }
  }

  function pick(event: KeyboardEvent, index: number) {
    const choice = question.choices[index];
    if (readonly || choice === undefined || (type !== 'one' && type !== 'many')) return;
    event.preventDefault();
    if (type === 'one') fill.set(question, choice.value, 'now');
    else fill.set(question, toggled(question, choice.value), 'now');
    const box = event.currentTarget.querySelectorAll<HTMLElement>('input[type=radio], input[type=checkbox]')[
      index
    ];
    box?.focus();
    if (type === 'one' && question.appearances.some((word) => word.startsWith('quick')))
      goOn(event.currentTarget);
  }

  return (
    <div
      role="presentation"
      onKeyDown={press}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setLeft(true);
        fill.settle();
      }}
    >
      <fieldset
        className={`bare question${failed ? ' question-failed' : ''}`}
        data-path={question.path}
        aria-describedby={`${id}-more`}
      >
        <legend id={id} className="question-label">
          {name}
          {required && <span className="question-required">{t('form.required')}</span>}
        </legend>
        {fill.issues && !readonly && (
          <div className="question-issue">
            {issue === undefined ? (
              <Button
                type="text"
                icon={<AlertOutlined />}
                title={t('form.toIssueHint')}
                aria-label={t('form.toIssueOf', { label: name })}
                onClick={() => fill.issues?.make(question)}
              >
                {failed && t('form.toIssue')}
              </Button>
            ) : (
              <Button
                type="link"
                icon={<AlertOutlined />}
                aria-label={t('form.showIssueOf', { label: name })}
                onClick={() => fill.issues?.show(issue)}
              >
                {t('form.isIssue')}
              </Button>
            )}
          </div>
        )}
        <div id={`${id}-more`}>
          {hint !== '' && <p className="question-hint soft">{hint}</p>}
          {told && (
            <p className="question-wrong" role="alert">
              <ExclamationCircleFilled />{' '}
              {told.message || t(told.kind === 'required' ? 'form.missing' : 'form.wrong')}
            </p>
          )}
        </div>
        <AnswerControl question={question} labelId={id} />
      </fieldset>
    </div>
  );
}

function toggled({ value, choices }: Question, chosen: string): string {
  const now = new Set(value.split(' '));
  const names = choices.map((choice) => choice.value);
  return names.filter((name) => (name === chosen ? !now.has(name) : now.has(name))).join(' ');
}

/** Digits typed into a box are figures, not choices. */
function takesKeys(target: HTMLElement): boolean {
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return false;
  return !(target instanceof HTMLInputElement) || target.type === 'radio' || target.type === 'checkbox';
}

/** Enter belongs to buttons, open lists and long texts; elsewhere it goes on to the next question. */
function goesOn(target: HTMLElement): boolean {
  if (target instanceof HTMLTextAreaElement) return target.dataset['long'] === undefined;
  return target instanceof HTMLInputElement && target.getAttribute('role') !== 'combobox';
}

import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../locales/use-problem-text';
import { ChecklistAnswer } from './checklist-answer';
import type { ChecklistQuestionProps } from './checklist-props';

/** One row of a checklist: its label, its hint and the way to answer. */
export function ChecklistQuestion(props: ChecklistQuestionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const label = useId();
  const { item } = props;
  const words = (text: { readonly zh: string; readonly en: string }) => text[language] || text.zh;
  if (item.type === 'note') return <li className="checklist-note soft">{words(item.label)}</li>;
  return (
    <li className="checklist-item">
      <fieldset className="bare">
        <legend id={label} className="checklist-label">
          {words(item.label)}
          {item.required && <span className="checklist-required">{t('stop.required')}</span>}
        </legend>
        {item.hint && <p className="soft checklist-hint">{words(item.hint)}</p>}
        <ChecklistAnswer
          {...props}
          labelId={label}
          choices={item.choices.map((choice) => ({ value: choice.name, label: words(choice.label) }))}
        />
      </fieldset>
    </li>
  );
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../shared/json';
import { severities } from '../../shared/records/issue';
import { answerText } from '../../shared/checklists/answer-text';
import type { ChecklistItem } from '../../shared/checklists/checklist-items';
import type { Checklist } from '../../shared/records/checklist';
import type { Language } from '../../shared/problems';
import { stopStatuses } from '../../shared/records/stop';
import { useLanguage } from './use-problem-text';
import { checklistItem } from './checklist-item';

/** What a value may refer to. */
export interface ValueContext {
  readonly checklist: Checklist | undefined;
  readonly names: ReadonlyMap<string, string>;
}

/** A value of a field in words: choices by their labels, references by the names of what they refer to. */
export function useValueText(entry: ValueContext, field: string): (value: Json) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return useCallback(
    (value) => {
      if (value === null || value === '') return t('sync.emptyValue');
      if (typeof value === 'boolean') return value ? t('sync.yes') : t('sync.no');
      const item = checklistItem(field, entry.checklist);
      if (item && item.choices.length > 0) return choiceLabels(item, value, language);
      const name = typeof value === 'string' && entry.names.get(value);
      if (name) return name;
      const severity = severities.find((name) => name === value);
      if (severity) return t(`stop.${severity}`);
      const status = stopStatuses.find((name) => name === value);
      if (status) return t(`stop.visitStatus.${status}`);
      if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value.join('、');
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    },
    [t, entry, field, language],
  );
}

function choiceLabels(item: ChecklistItem, value: Json, language: Language): string {
  const labels = new Map(item.choices.map(({ name, label }) => [name, label[language] || label.zh]));
  return answerText(value)
    .split(' ')
    .map((name) => labels.get(name) ?? name)
    .join('、');
}

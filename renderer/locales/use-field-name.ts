import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../shared/records/checklist';
import { useLanguage } from './use-problem-text';
import { zhCN } from './zh-CN';
import { checklistItem } from './checklist-item';

type KnownField = keyof typeof zhCN.records.fields;

/** What people call a field of a record; a field without a word of its own shows its name. */
export function useFieldName(): (field: string, checklist: Checklist | undefined) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return useCallback(
    (field, checklist) => {
      const item = checklistItem(field, checklist);
      if (item) return t('records.fields.answer', { item: item.label[language] || item.label.zh });
      if (field.startsWith('answers.'))
        return t('records.fields.answer', { item: field.slice('answers.'.length) });
      return field in zhCN.records.fields
        ? t(`records.fields.${field as KnownField}`)
        : t('records.fields.other', { name: field });
    },
    [t, language],
  );
}

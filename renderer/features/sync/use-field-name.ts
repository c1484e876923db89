import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { zhCN } from '../../locales/zh-CN';

type KnownField = keyof typeof zhCN.sync.fields;

/** What people call a field of a record; a field without a word of its own shows its name. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (field) => {
      if (field.startsWith('answers.'))
        return t('sync.fields.answer', { item: field.slice('answers.'.length) });
      return field in zhCN.sync.fields
        ? t(`sync.fields.${field as KnownField}`)
        : t('sync.fields.other', { name: field });
    },
    [t],
  );
}

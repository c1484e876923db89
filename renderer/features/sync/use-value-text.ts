import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../shared/json';
import { severities } from '../../../shared/records/issue';
import { stopStatuses } from '../../../shared/records/stop';

/** A value of a field in words. */
export function useValueText(): (value: Json) => string {
  const { t } = useTranslation();
  return useCallback(
    (value) => {
      if (value === null || value === '') return t('sync.emptyValue');
      if (typeof value === 'boolean') return value ? t('sync.yes') : t('sync.no');
      const severity = severities.find((name) => name === value);
      if (severity) return t(`stop.${severity}`);
      const status = stopStatuses.find((name) => name === value);
      if (status) return t(`stop.visitStatus.${status}`);
      if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value.join('、');
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    },
    [t],
  );
}

import { useTranslation } from 'react-i18next';
import { stopStatusWords } from '../../../shared/itinerary/stop-status-words';
import type { Site } from '../../../shared/records/site';
import { stopStatuses } from '../../../shared/records/stop';
import { kindField } from '../../../shared/tables/table-fields';
import { useLanguage } from '../../locales/use-problem-text';

/** What a table says in words of its own, Chinese whatever the language of the screen, in the words of the screen. */
export function useTableWords(): (field: string, words: string) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (field, words) => {
    if (language === 'zh') return words;
    if (field === 'kind') {
      const kind = kindField.read(words) as Site['kind'] | null;
      return kind === null ? words : t(`register.kinds.${kind}`);
    }
    const status = field === 'status' && stopStatuses.find((each) => stopStatusWords[each] === words);
    return status ? t(`stop.visitStatus.${status}`) : words;
  };
}

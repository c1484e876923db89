import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../shared/json';
import { severities } from '../../shared/records/issue';
import { attendanceStatuses } from '../../shared/records/meeting';
import { occasions } from '../../shared/records/remark';
import { siteKinds } from '../../shared/records/site';
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
      const say = (part: Json): string => {
        if (part === null || part === '' || (Array.isArray(part) && part.length === 0))
          return t('sync.emptyValue');
        if (typeof part === 'boolean') return part ? t('sync.yes') : t('sync.no');
        if (Array.isArray(part)) return part.map(say).join(part.some(isGroup) ? '；' : '、');
        if (typeof part === 'object')
          return Object.values(part)
            .filter((inner) => isSaid(inner) && !(isId(inner) && !entry.names.has(inner)))
            .map(say)
            .join('，');
        if (typeof part === 'number') return String(part);
        const name = entry.names.get(part);
        if (name) return name;
        const severity = severities.find((one) => one === part);
        if (severity) return t(`stop.${severity}`);
        const status = stopStatuses.find((one) => one === part);
        if (status) return t(`stop.visitStatus.${status}`);
        const kind = field === 'kind' && siteKinds.find((one) => one === part);
        if (kind) return t(`plan.siteKinds.${kind}`);
        const came = field === 'attendance' && attendanceStatuses.find((one) => one === part);
        if (came) return t(`capture.${came}`);
        const occasion = field === 'occasion' && occasions.find((one) => one === part);
        return occasion ? t(`capture.occasions.${occasion}`) : part;
      };
      const item = checklistItem(field, entry.checklist);
      return item && item.choices.length > 0 && isSaid(value)
        ? choiceLabels(item, value, language)
        : cut(say(value));
    },
    [t, entry, field, language],
  );
}

/** The rows of a form as they stood: enough to know them by. */
const longest = 2000;

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function isGroup(value: Json): boolean {
  return value !== null && typeof value === 'object';
}

function isSaid(value: Json): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** What a record refers to and this laptop does not have has no name to show. */
function isId(value: Json): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value);
}

function choiceLabels(item: ChecklistItem, value: Json, language: Language): string {
  const labels = new Map(item.choices.map(({ name, label }) => [name, label[language] || label.zh]));
  return answerText(value)
    .split(' ')
    .map((name) => labels.get(name) ?? name)
    .join('、');
}

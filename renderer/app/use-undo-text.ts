import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { UndoEntry } from '../data/undo-entry';
import type { UndoReport } from '../data/undo';
import { useFieldName } from '../locales/use-field-name';

/** A line holds no whole note: its beginning is enough to know it by. */
const longestTitle = 16;

/** What an entry of the undo stack was, in words: "删除问题“三层东侧…”". */
export function useUndoText(): {
  describe(entry: UndoEntry): string;
  report(report: UndoReport): string;
} {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const describe = useCallback(
    (entry: UndoEntry) => {
      const [first] = entry.steps;
      if (!first) return '';
      const kind = t(`records.kinds.${first.kind}`);
      const letters = Array.from(entry.title);
      const short = letters.slice(0, longestTitle).join('') + (letters.length > longestTitle ? '…' : '');
      const title = short && t('undo.quoted', { title: short });
      if (entry.born.size > 1) return t('undo.madeMany', { n: entry.born.size, kind });
      if (entry.born.has(first.record)) return t('undo.made', { kind, title });
      if (first.field === 'deleted')
        return t(first.after === true ? 'undo.removed' : 'undo.broughtBack', { kind, title });
      const fields = [...new Set(entry.steps.map((step) => nameOf(step.field, undefined)))];
      return t('undo.changed', { kind, title, fields: fields.slice(0, 2).join(t('undo.list')) });
    },
    [t, nameOf],
  );
  const report = useCallback(
    ({ direction, entry, result, author }: UndoReport) => {
      const what = describe(entry);
      if (result === 'done') return t(direction === 'undo' ? 'undo.undone' : 'undo.redone', { what });
      return t(`undo.${result}`, { what, author });
    },
    [t, describe],
  );
  return { describe, report };
}

import type { Checklist } from '../records/checklist';
import { cellOf } from './cell-of';
import { columnName } from './column-name';
import { translatedColumns } from './columns';

/** The language of texts that name none, where the form has no default language. */
const unnamed = 'default';

interface FormLanguages {
  readonly names: readonly string[];
  /** The one that is shown first, and to which columns without a language belong. */
  readonly main: string;
}

/** The languages of a form: those of its columns, the default one first. */
export function languagesOf({ survey, choices, settings }: Checklist): FormLanguages {
  const chosen = cellOf(settings, 'default_language');
  const named = new Set<string>();
  let hasUnnamed = false;
  for (const head of new Set([...survey, ...choices].flatMap((row) => Object.keys(row)))) {
    const { column, language } = columnName(head);
    if (!translatedColumns.has(column)) continue;
    if (language === '') hasUnnamed = true;
    else named.add(language);
  }
  const main = chosen || (hasUnnamed || named.size === 0 ? unnamed : ([...named][0] ?? unnamed));
  return { names: [main, ...[...named].filter((name) => name !== main)], main };
}

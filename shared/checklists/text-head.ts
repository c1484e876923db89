import type { Checklist, Row } from '../records/checklist';
import { columnName } from '../xlsform/column-name';
import { languagesOf } from '../xlsform/languages';
import { isLanguage } from '../xlsform/text-for';

/** The languages that a new checklist has. */
export const builderLanguages = ['中文 (zh)', 'English (en)'] as const;

/** The languages in which the builder asks for texts: those of the form, and English beside Chinese. "" is the one without a name. */
export function textLanguages(checklist: Checklist): readonly string[] {
  const { names } = languagesOf(checklist);
  const known = names.map((name) => (name === 'default' ? '' : name));
  const hasEnglish = known.some((name) => isLanguage(name, 'en'));
  const hasChinese = known.some((name) => isLanguage(name, 'zh'));
  return hasChinese && !hasEnglish ? [...known, builderLanguages[1]] : known;
}

/** The head of a text in a language as the rows of a sheet write it already, so that no second column comes to be. */
export function textHead(rows: readonly Row[], column: string, language: string): string {
  for (const row of rows) {
    const found = Object.keys(row).find((head) => {
      const name = columnName(head);
      return name.column === column && name.language === language;
    });
    if (found !== undefined) return found;
  }
  return language === '' ? column : `${column}::${language}`;
}

/** The row with another text under a head; an empty one takes the cell out. */
export function withText(row: Row, head: string, text: string): Row {
  const { [head]: _, ...rest } = row;
  return text === '' ? rest : { ...row, [head]: text };
}

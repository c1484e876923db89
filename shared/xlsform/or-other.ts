import type { Row } from '../records/checklist';
import { cellOf } from './cell-of';
import type { FormContext } from './form-context';
import { isLanguage } from './text-for';

/** The id of the label of the choice that `or_other` adds. */
export const otherTextId = 'or-other-choice';

/** Whether `or_other` adds a choice "other" to this list: it does unless the list has one of that name. */
export function addsOther({ tree, lists, checklist }: FormContext, list: string): boolean {
  if (!tree.nodes.some((node) => node.orOther && node.list === list)) return false;
  const names = (lists.get(list) ?? []).map((index) => cellOf(checklist.choices[index] ?? {}, 'name'));
  return !names.includes('other');
}

/** The label of that choice, in a language of the form. */
export function otherLabel(language: string): string {
  return isLanguage(language, 'zh') ? '其他' : 'Other';
}

/** The row of the question behind it, as pyxform makes it, with a label in every language of the form. */
export function otherRow(select: string, languages: readonly string[]): Row {
  const labels = languages.map((language) => [
    language === 'default' ? 'label' : `label::${language}`,
    isLanguage(language, 'zh') ? '请说明' : 'Specify other',
  ]);
  return {
    type: 'text',
    name: `${select}_other`,
    relevant: `selected(\${${select}}, 'other')`,
    ...Object.fromEntries(labels),
  };
}

import { cellOf } from './cell-of';
import type { FormContext } from './form-context';
import { isLanguage } from './text-for';

/** What `or_other` adds to a list: a choice "other", unless the list has one of that name. */
export interface OtherChoice {
  readonly textId: string;
}

/** The id of the label of the question behind the choice "other". */
export const specifyTextId = 'or-other-specify';

export function otherOf({ tree, lists, checklist }: FormContext, list: string): OtherChoice | null {
  if (!tree.nodes.some((node) => node.orOther && node.list === list)) return null;
  const names = (lists.get(list) ?? []).map((index) => cellOf(checklist.choices[index] ?? {}, 'name'));
  return names.includes('other') ? null : { textId: 'or-other-choice' };
}

/** The two texts that `or_other` needs, in a language of the form. */
export function otherTexts(language: string, mainLanguage: string): readonly (readonly [string, string])[] {
  const chinese = isLanguage(language, 'zh') || (language === 'default' && isLanguage(mainLanguage, 'zh'));
  return [
    ['or-other-choice', chinese ? '其他' : 'Other'],
    [specifyTextId, chinese ? '请说明' : 'Specify other'],
  ];
}

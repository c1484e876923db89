/** The text that a person reads who uses this language: theirs, else the form's own, else any there is. */
export function textFor(
  texts: ReadonlyMap<string, string>,
  language: 'zh' | 'en',
  formDefault: string,
): string {
  const wanted = [...texts].find(([name]) => isLanguage(name, language));
  return wanted?.[1] ?? texts.get(formDefault) ?? texts.get('') ?? [...texts.values()][0] ?? '';
}

/** Whether a language of an XLSForm ("中文 (zh)", "English") is that of the window; by its code where it has one. */
export function isLanguage(name: string, language: 'zh' | 'en'): boolean {
  const code = /\(([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]+)?\)\s*$/.exec(name)?.[1] ?? name.trim();
  return language === 'zh'
    ? /^(?:zh|cmn|chi|zho)$/i.test(code) || /中文|汉语|chinese/i.test(name)
    : /^(?:en|eng)$/i.test(code) || /english|英文|英语/i.test(name);
}

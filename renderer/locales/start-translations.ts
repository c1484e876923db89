import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { zhCN } from './zh-CN';

/** Both languages are part of the program: nothing is loaded, so the first paint is already in words. */
export function startTranslations(language: 'zh' | 'en'): i18n {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: { translation: zhCN }, en: { translation: en } },
    // React escapes what it shows; escaping twice would garble names.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return i18next;
}

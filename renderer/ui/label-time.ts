import { format, isValid, parseISO } from 'date-fns';
import { enUS, zhCN } from 'date-fns/locale';

/** A wall-clock label as people say it: "11月20日 09:42". What is no time is shown as it is. */
export function labelTime(label: string, language: 'zh' | 'en'): string {
  const date = parseISO(label);
  if (!isValid(date)) return label;
  return language === 'zh'
    ? format(date, 'M月d日 HH:mm', { locale: zhCN })
    : format(date, 'd MMM HH:mm', { locale: enUS });
}

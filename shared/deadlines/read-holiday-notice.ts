import { daysBetween, isDay, writeDay } from './days';

/** What a year's notice of holidays (国务院办公厅关于部分节假日安排的通知) says; days as YYYY-MM-DD. */
export interface HolidayNotice {
  readonly year: number;
  readonly off: readonly string[];
  /** Weekends on which people work (调休). */
  readonly work: readonly string[];
  /** Sentences with dates of which it is not clear what they say. */
  readonly unread: readonly string[];
}

const datePattern = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g;
const range = /^(?:至|到|to|—+|–|-|~|～)$/;
/** No holiday is longer; a range beyond it was misread. */
const longest = 31;

/**
 * Reads the sentences as they are published: “10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。” A month
 * that is not repeated is the one before, “2026-10-01 to 2026-10-07 off” is as good; a year that is not said is the notice's.
 */
export function readHolidayNotice(text: string, year: number): HolidayNotice {
  const off = new Set<string>();
  const work = new Set<string>();
  const unread: string[] = [];
  const plain = text
    .replace(/[（(][^）)\n]*[）)]/g, '')
    .replace(/(\d{4})-(\d{1,2})-(\d{1,2})/g, '$1年$2月$3日')
    .replace(/\s*\n\s*/g, '\n');
  for (const sentence of plain.split(/[。；;.\n]/)) {
    let waiting: string[] = [];
    for (const clause of sentence.split(/[，,]/)) {
      const days = daysOf(clause, year);
      if (days === null) {
        unread.push(sentence.trim());
        waiting = [];
        break;
      }
      waiting.push(...days);
      const said = /上班|补班|\bwork\b/i.test(clause)
        ? work
        : /放假|休息|调休|\boff\b/i.test(clause)
          ? off
          : null;
      if (!said) continue;
      for (const day of waiting) said.add(day);
      waiting = [];
    }
    if (waiting.length > 0) unread.push(sentence.trim());
  }
  return { year, off: [...off].sort(), work: [...work].sort(), unread };
}

/** The days of a clause; null where one of them is none, or a range has no end that makes sense. */
function daysOf(clause: string, ofYear: number): readonly string[] | null {
  const days: string[] = [];
  let [year, month] = [ofYear, 0];
  let end = 0;
  for (const found of clause.matchAll(datePattern)) {
    const [whole, saidYear, saidMonth, saidDay] = found;
    if (saidYear !== undefined) year = Number(saidYear);
    if (saidMonth !== undefined) month = Number(saidMonth);
    const day = writeDay(year, month, Number(saidDay));
    if (!isDay(day)) return null;
    const from = days.at(-1);
    if (from !== undefined && range.test(clause.slice(end, found.index).trim())) {
      const between = daysBetween(from, day, longest);
      if (!between) return null;
      days.push(...between.slice(1));
    } else days.push(day);
    end = found.index + whole.length;
  }
  return days;
}

import { addDays, isDay, writeDay } from './days';

/** A deadline as people write it: so many working days, or a day. */
export type Deadline =
  | { readonly kind: 'workingDays'; readonly count: number }
  | { readonly kind: 'day'; readonly day: string };

/** A year of them; more is a slip. */
const mostDays = 250;

/** Null where the words (月底前, 尽快) name neither. `from` is the day on which it was written (YYYY-MM-DD). */
export function readDeadline(text: string, from: string): Deadline | null {
  const counted = /(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*个?工作日/.exec(text)?.[1];
  if (counted !== undefined) {
    const count = /\d/.test(counted) ? Number(counted) : readNumber(counted);
    return count > 0 && count <= mostDays ? { kind: 'workingDays', count } : null;
  }
  const date = /(?:(\d{4})[年/.-])?(\d{1,2})[月/.-](\d{1,2})(?!\d)/.exec(text);
  if (!date) return null;
  const [, year, month, dayOfMonth] = date;
  const dayOf = (of: number) => writeDay(of, Number(month), Number(dayOfMonth));
  const ownYear = Number(from.slice(0, 4));
  const near = dayOf(year === undefined ? ownYear : Number(year));
  // In December people write of January.
  const day = year === undefined && near < addDays(from, -31) ? dayOf(ownYear + 1) : near;
  return isDay(day) ? { kind: 'day', day } : null;
}

const digits = '一二三四五六七八九';

/** 一 to 九十九; 0 for what is no number. */
function readNumber(words: string): number {
  const [, tens = '', ten = '', ones = ''] =
    /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(words.replace('两', '二')) ?? [];
  const digit = (word: string) => digits.indexOf(word) + 1;
  if (ten === '') return ones === '' ? digit(tens) : tens === '' ? digit(ones) : 0;
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

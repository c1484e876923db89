import type { PartialDate } from '../records/partial-date';

/**
 * A tour's date as it may be printed: as written, the year put in front where it is known, and a mark where it is not.
 * Nothing is inferred here; empty when nobody wrote a date.
 */
export function writtenDate(date: PartialDate): string {
  const written = date.asWritten.trim();
  const isIso = /^\d{4}-\d{1,2}-\d{1,2}/.test(written);
  const [first, last] = [date.from ?? date.to, date.to];
  if (first !== null && (written === '' || isIso)) return chinesePeriod(first, last);
  if (written === '') return '';
  if (/\d{4}\s*年/.test(written) || isIso) return written;
  if (date.from !== null) {
    const year = `${Number(date.from.slice(0, 4))}年`;
    // A month in brackets is that of the report, not of the day.
    const outside = written.replace(/[（(][^）)]*[）)]/g, '');
    return /月/.test(outside) ? `${year}${written}` : `${year}${Number(date.from.slice(5, 7))}月${written}`;
  }
  return `${written}〔年份待核实${basisOf(date.basis)}〕`;
}

/** A long basis would bury the sentence: it is printed in full among the points to verify. */
function basisOf(basis: string): string {
  if (basis === '') return '';
  return basis.length <= 30 ? `：${basis}` : '，依据见附件';
}

/** "2026-11-08" as 2026年11月8日: Arabic digits without leading zeros. */
export function chineseDate(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** An ISO time as 2026年11月8日9:05 in the time of China, which has one zone and no summer time. */
export function chineseTime(iso: string): string {
  const china = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString();
  return `${chineseDate(china.slice(0, 10))}${Number(china.slice(11, 13))}:${china.slice(14, 16)}`;
}

function chinesePeriod(from: string, to: string | null): string {
  if (to === null || to === from) return chineseDate(from);
  if (to.slice(0, 7) === from.slice(0, 7)) return `${chineseDate(from)}至${Number(to.slice(8))}日`;
  if (to.slice(0, 4) === from.slice(0, 4)) return `${chineseDate(from)}至${chineseDate(to).slice(5)}`;
  return `${chineseDate(from)}至${chineseDate(to)}`;
}

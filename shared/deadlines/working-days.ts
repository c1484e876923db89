import { addDays, weekdayOf } from './days';
import type { HolidayNotice } from './read-holiday-notice';

/** On which days people work. */
export interface WorkCalendar {
  isWorkDay(day: string): boolean;
  /** Whether the year's notice is known; else only weekends are left out. */
  knows(day: string): boolean;
}

export function workCalendar(notices: readonly HolidayNotice[]): WorkCalendar {
  const off = new Set(notices.flatMap((notice) => notice.off));
  const work = new Set(notices.flatMap((notice) => notice.work));
  const years = new Set(notices.filter((notice) => notice.off.length > 0).map(({ year }) => String(year)));
  return {
    isWorkDay(day) {
      if (work.has(day)) return true;
      return !off.has(day) && weekdayOf(day) % 6 !== 0;
    },
    knows: (day) => years.has(day.slice(0, 4)),
  };
}

/**
 * The day on which a deadline of so many working days ends. The day on which it was set does not count (民法典第二百零一条). It is
 * provisional where a year that it touches has no notice yet.
 */
export function addWorkingDays(
  from: string,
  count: number,
  calendar: WorkCalendar,
): { readonly day: string; readonly isProvisional: boolean } {
  let day = from;
  let isProvisional = false;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (!calendar.knows(day)) isProvisional = true;
    if (calendar.isWorkDay(day)) left -= 1;
  }
  return { day, isProvisional };
}

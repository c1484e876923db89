import { minutesOf } from './list-moments';
import type { Moment } from './moment';

export interface TimelineEntry {
  readonly moment: Moment;
  /** Minutes in which nothing was recorded before it; 0 where that is no gap. */
  readonly gap: number;
}

export interface TimelineDay {
  readonly day: string;
  readonly entries: readonly TimelineEntry[];
}

const gapMinutes = 30;

/** Moments in order as days, with the gaps of half an hour and more between them. */
export function listDays(moments: readonly Moment[]): readonly TimelineDay[] {
  const days = new Map<string, TimelineEntry[]>();
  for (const moment of moments) {
    const entries = days.get(moment.day) ?? [];
    const last = entries.at(-1);
    const idle = last ? minutesOf(moment.time) - minutesOf(last.moment.until) : 0;
    entries.push({ moment, gap: idle >= gapMinutes ? idle : 0 });
    days.set(moment.day, entries);
  }
  return [...days].map(([day, entries]) => ({ day, entries }));
}

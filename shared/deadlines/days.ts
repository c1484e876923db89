const dayMillis = 24 * 60 * 60 * 1000;

/** YYYY-MM-DD; whether there is such a day, `isDay` says. */
export function writeDay(year: number, month: number, day: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

export function isDay(text: string): boolean {
  const millis = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(text);
}

/** The day so many days later; counted in UTC, where every day has 24 hours. */
export function addDays(day: string, count: number): string {
  const millis = Date.parse(`${day}T00:00:00Z`) + count * dayMillis;
  return new Date(millis).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** Both ends included; null where the last comes before the first, or they are more than `most`. */
export function daysBetween(first: string, last: string, most: number): readonly string[] | null {
  const days = [first];
  while (days.length <= most) {
    const newest = days.at(-1) ?? first;
    if (newest === last) return days;
    days.push(addDays(newest, 1));
  }
  return null;
}

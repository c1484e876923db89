const whole = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Minutes from one "HH:mm" to another of the same day, below 0 when the second is earlier; null where one is no time. */
export function minutesBetween(from: string, to: string): number | null {
  const [start, end] = [from, to].map((time) => {
    const match = whole.exec(time);
    return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
  });
  return start === undefined || start === null || end === undefined || end === null ? null : end - start;
}

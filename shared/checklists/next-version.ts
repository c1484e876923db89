/** The version that follows: the last number in it one higher ("2024.9" to "2024.10"); "2" behind what has none. */
export function nextVersion(version: string): string {
  const last = /(\d+)(\D*)$/.exec(version);
  if (!last) return version === '' ? '1' : `${version}.2`;
  const [, digits = '', rest = ''] = last;
  // A date such as 20240515 keeps its width; beyond what a number holds exactly, a part is added.
  if (digits.length > 15) return `${version}.2`;
  const next = String(Number(digits) + 1).padStart(digits.length, '0');
  return `${version.slice(0, last.index)}${next}${rest}`;
}

/** Whether a version comes after another one: "10" after "9" and "2.10" after "2.9". */
export function isLaterVersion(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

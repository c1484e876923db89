/** "2024-05-01T08-00-00-000Z-17" as a moment in ISO 8601; '' for what is no time. */
export function timeOfState(id: string): string {
  const [, day, hours, minutes, seconds] = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)/.exec(id) ?? [];
  return day === undefined ? '' : `${day}T${hours}:${minutes}:${seconds}Z`;
}

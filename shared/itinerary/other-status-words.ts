import type { Stop } from '../records/stop';

/** What offices and other screens say for the status of a stop besides the words of a table, and what older tables hold. */
export const otherStatusWords: ReadonlyMap<string, Stop['status']> = new Map([
  ['未去', 'skipped'],
  ['已跳过', 'skipped'],
  ['取消', 'skipped'],
  ['调换', 'swapped'],
  ['已调整', 'swapped'],
  ['增加', 'added'],
]);

import type { Stop } from '../records/stop';

/** How the status of a stop stands in a table. */
export const stopStatusWords: Readonly<Record<Stop['status'], string>> = {
  planned: '未到',
  visited: '已到',
  skipped: '未去',
  added: '临时增加',
  swapped: '调换',
};

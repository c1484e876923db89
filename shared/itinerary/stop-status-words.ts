import type { Stop } from '../records/stop';

/** How the status of a stop stands in a table: as the screens say it. */
export const stopStatusWords: Readonly<Record<Stop['status'], string>> = {
  planned: '未到',
  visited: '已到',
  skipped: '跳过',
  added: '临时增加',
  swapped: '改去此处',
};

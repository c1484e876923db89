import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openTableReader } from '../tables/open-table-reader';
import type { ReadTables } from '../tables/parse-tables';
import { startForkedReader } from '../tables/start-forked-reader';

/** Reads files of others for the command line: in a child process, as the app does. */
export const readTablesHeadless: ReadTables = (file) =>
  openTableReader(startForkedReader(readerScript()))(file);

/** Beside what was built; a part of the bundle lies one folder deeper. */
function readerScript(): string {
  const beside = join(import.meta.dirname, 'table-reader.js');
  return existsSync(beside) ? beside : join(import.meta.dirname, '../table-reader.js');
}

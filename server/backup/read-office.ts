import type { Database } from '../database/database';
import { readKeptRows, readLog, readOneMoment } from '../database/backup-queries';
import { type KeptTable, keptTables } from '../database/kept-tables';
import { readScopes } from '../database/scope-queries';

/** Changes in one part. A scope's parts begin at the same numbers each time, so that a full one is written once for good. */
const changesOfPart = 5000;

/** A table of an office as pages of lines, each line an entry as JSON. */
export interface OfficeTable {
  readonly name: string;
  readonly pages: AsyncIterable<readonly string[]>;
}

/**
 * All that an office must not lose, of one moment: the rows of its accounts, and the log up to where it stood then, which is read
 * page by page while others go on working, since what has a number never changes.
 */
export async function readOffice(database: Database): Promise<readonly OfficeTable[]> {
  const names = Object.keys(keptTables) as KeptTable[];
  const { rows, scopes } = await database.transact(async ({ query }) => {
    await readOneMoment(query);
    const found: (readonly string[])[] = [];
    for (const name of names) found.push(linesOf(await readKeptRows(query, name)));
    return { rows: found, scopes: await readScopes(query) };
  });
  return [
    ...names.map((name, place) => ({ name, pages: onePage(rows[place] ?? []) })),
    { name: 'changes', pages: readLogs(database, scopes) },
  ];
}

async function* readLogs(
  database: Database,
  scopes: ReadonlyMap<string, number>,
): AsyncGenerator<readonly string[]> {
  for (const [scope, head] of [...scopes].sort(([one], [other]) => (one < other ? -1 : 1))) {
    for (let after = 0; after < head; after += changesOfPart) {
      const upTo = Math.min(head, after + changesOfPart);
      yield linesOf(await database.transact(({ query }) => readLog(query, scope, after, upTo)));
    }
  }
}

async function* onePage(lines: readonly string[]): AsyncGenerator<readonly string[]> {
  yield await Promise.resolve(lines);
}

function linesOf(entries: readonly object[]): readonly string[] {
  return entries.map((entry) => JSON.stringify(entry));
}

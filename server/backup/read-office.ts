import type { Database, Query } from '../database/database';
import { listAuditHeads } from '../database/audit-queries';
import { readAuditUpTo, readKeptRows, readLog, readOneMoment } from '../database/backup-queries';
import { type KeptTable, keptTables } from '../database/kept-tables';
import { readScopes } from '../database/scope-queries';

/** Changes, or entries of the audit log, in one part. A scope's parts begin at the same numbers each time, so that a full one is written once for good. */
const entriesOfPart = 5000;

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
  // What was dropped counts for the numbers of one epoch; a restored office has another.
  const names = (Object.keys(keptTables) as KeptTable[]).filter(
    (name) => name !== 'audit' && name !== 'dropped',
  );
  const { rows, scopes, chains } = await database.transact(async ({ query }) => {
    await readOneMoment(query);
    const found: (readonly string[])[] = [];
    for (const name of names) found.push(linesOf(await readKeptRows(query, name)));
    const heads = await listAuditHeads(query);
    const chains = new Map(heads.map(({ scope, number }) => [scope, number]));
    return { rows: found, scopes: await readScopes(query), chains };
  });
  return [
    ...names.map((name, place) => ({ name, pages: onePage(rows[place] ?? []) })),
    { name: 'audit', pages: readPages(database, chains, readAuditUpTo) },
    { name: 'changes', pages: readPages(database, scopes, readLog) },
  ];
}

async function* readPages(
  database: Database,
  scopes: ReadonlyMap<string, number>,
  read: (query: Query, scope: string, after: number, upTo: number) => Promise<readonly object[]>,
): AsyncGenerator<readonly string[]> {
  for (const [scope, head] of [...scopes].sort(([one], [other]) => (one < other ? -1 : 1))) {
    for (let after = 0; after < head; after += entriesOfPart) {
      const upTo = Math.min(head, after + entriesOfPart);
      yield linesOf(await database.transact(({ query }) => read(query, scope, after, upTo)));
    }
  }
}

async function* onePage(lines: readonly string[]): AsyncGenerator<readonly string[]> {
  yield await Promise.resolve(lines);
}

function linesOf(entries: readonly object[]): readonly string[] {
  return entries.map((entry) => JSON.stringify(entry));
}

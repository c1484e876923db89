import type { Query, Transaction } from './database';
import { putRows, removeRows } from './kept-row-queries';

/** What both databases' transactions share: rows that are written are kept as well. */
export function transactionOn(
  query: Query,
  script: Transaction['script'],
  keep: Transaction['keep'],
): Transaction {
  return {
    query,
    script,
    keep,
    async put(table, rows) {
      if (rows.length === 0) return;
      await putRows(query, table, rows);
      keep([{ kind: 'rows', table, put: rows }]);
    },
    async remove(table, keys) {
      if (keys.length === 0) return;
      await removeRows(query, table, keys);
      keep([{ kind: 'rows', table, remove: keys }]);
    },
  };
}

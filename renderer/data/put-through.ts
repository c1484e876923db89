import { Dexie, RangeSet, type Table } from 'dexie';

/** Where Dexie keeps what a transaction has touched: at its end answers that are kept are thrown away by it, and all windows told. */
type Touched = IDBTransaction & { mutatedParts?: Record<string, RangeSet> };

export interface Through<R> {
  /** Resolves when the database has these rows; what is wrong with one of them ends the transaction. */
  put(rows: readonly R[]): PromiseLike<unknown>;
  /** These came as well, and were not put here. */
  name(keys: readonly string[]): void;
  /** From now on the transaction knows which rows came; of the lists that go by an index only that they changed. */
  tell(): void;
}

/**
 * Puts rows past Dexie into the transaction of the caller. To know which lists a row touches Dexie takes it apart by every index;
 * of the thousands of an exchange that took as long as writing them, and no list reads again less for it. Which rows came is told
 * all the same, or the search would read everything again.
 */
export function putThrough<R extends object>(table: Table<R, string>): Through<R> {
  const transaction: Touched = Dexie.currentTransaction.idbtrans;
  const store = transaction.objectStore(table.name);
  const { primKey, indexes } = table.schema;
  const whole = () => new RangeSet(Dexie.minKey, Dexie.maxKey);
  const came = new RangeSet();
  return {
    put(rows) {
      const keys = rows.flatMap((row) => (row as Readonly<Record<string, string>>)[primKey.name] ?? []);
      if (keys.length < rows.length) came.add(whole());
      else came.addKeys(keys);
      const requests = rows.map((row) => store.put(row));
      return new Dexie.Promise((resolve, reject) => {
        const end = requests.at(-1);
        end?.addEventListener('success', () => resolve(null));
        end?.addEventListener('error', () => reject(end.error));
      });
    },
    name: (keys) => void came.addKeys([...keys]),
    tell() {
      const touched = transaction.mutatedParts ?? {};
      const note = (name: string, keys: RangeSet) => {
        const part = `idb://${table.db.name}/${table.name}/${name}`;
        touched[part] = (touched[part] ?? new RangeSet()).add(keys);
      };
      note('', came);
      note(':dels', came);
      for (const { name } of indexes) note(name, whole());
      transaction.mutatedParts = touched;
    },
  };
}

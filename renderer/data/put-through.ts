import { Dexie, RangeSet, type Table } from 'dexie';

export interface Through<R> {
  /** Resolves when the database has these rows; what is wrong with one of them ends the transaction. */
  put(rows: readonly R[]): PromiseLike<unknown>;
  /** When the transaction is committed, everybody hears which rows came: of the lists that go by an index only that it changed. */
  tell(): void;
}

/**
 * Puts rows past Dexie into the transaction of the caller. To know which lists a row touches Dexie takes it apart by every index;
 * of the thousands of an exchange that took as long as writing them, and no list reads again less for it. Which rows came is told
 * all the same, or the search would read everything again.
 */
export function putThrough<R extends object>(table: Table<R, string>): Through<R> {
  const transaction = Dexie.currentTransaction;
  const store = transaction.idbtrans.objectStore(table.name);
  const { primKey, indexes } = table.schema;
  const whole = () => new RangeSet(Dexie.minKey, Dexie.maxKey);
  const came = new RangeSet();
  return {
    put(rows) {
      const keys = rows
        .flatMap((row) => (row as Readonly<Record<string, string>>)[primKey.name] ?? [])
        .sort();
      const [first, last] = [keys[0], keys.at(-1)];
      if (keys.length < rows.length || first === undefined || last === undefined) came.add(whole());
      else came.add({ from: first, to: last });
      const requests = rows.map((row) => store.put(row));
      return new Dexie.Promise((resolve, reject) => {
        const end = requests.at(-1);
        end?.addEventListener('success', () => resolve(null));
        end?.addEventListener('error', () => reject(end.error));
      });
    },
    tell() {
      const part = `idb://${table.db.name}/${table.name}/`;
      const parts = Object.fromEntries(indexes.map(({ name }) => [part + name, whole()]));
      transaction.on('complete', () =>
        Dexie.on.storagemutated.fire({ ...parts, [part]: came, [`${part}:dels`]: came }),
      );
    },
  };
}

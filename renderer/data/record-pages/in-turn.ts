import { Dexie } from 'dexie';

const last = new WeakMap<IDBTransaction, PromiseLike<unknown>>();

/**
 * Page work of one transaction that writes, one after another: between finding a page and reading it nobody may take a record out of
 * it, for it would have another key by then. Where nothing is written all go at once. Dexie follows its transactions by promises of
 * its own, and is given one.
 */
export function inTurn<T>(
  transaction: IDBTransaction,
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  return new Dexie.Promise<T>((resolve, reject) => {
    const before = transaction.mode === 'readonly' ? undefined : last.get(transaction);
    const begin = () => work(transaction);
    const own = before ? before.then(begin, begin) : begin();
    last.set(transaction, own);
    own.then(resolve, reject);
  });
}

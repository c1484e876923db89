import { Dexie } from 'dexie';

/** The answer to a request; where it fails the transaction is left as it is, and whoever asked decides. */
export function asked<T>(request: IDBRequest<T>): PromiseLike<T> {
  return new Dexie.Promise<T>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', (event) => {
      event.preventDefault();
      event.stopPropagation();
      reject(request.error);
    });
  });
}

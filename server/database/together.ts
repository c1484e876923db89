/**
 * Statements of one transaction that need nothing of each other, sent one behind the other: while the database does the first, the next
 * is put together. Resolves, or rejects with the first failure, when all have ended: none of them may still be asked when the transaction is over.
 */
export async function together<T extends readonly Promise<unknown>[]>(
  ...statements: T
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(statements);
  return Promise.all(statements);
}

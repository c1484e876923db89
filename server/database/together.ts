/**
 * Statements of one transaction that need nothing of each other, sent one behind the other: while the database does the first, the next
 * is put together. Resolves, or rejects with what failed first (others fail for it), when all have ended: none of them may still be asked when the
 * transaction is over.
 */
export async function together<T extends readonly Promise<unknown>[]>(
  ...statements: T
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const failures: unknown[] = [];
  const noted = statements.map((statement) => statement.catch((error: unknown) => failures.push(error)));
  await Promise.all(noted);
  if (failures.length > 0) throw failures[0];
  return Promise.all(statements);
}

import type { Database } from './database';

/** What of this laptop's own work the server refused, and what it only carried and may not hand on: nobody refused that. */
export async function countRefused({
  refused,
}: Database): Promise<{ readonly refused: number; readonly held: number }> {
  const held = await refused.filter(({ isWithheld }) => isWithheld === true).count();
  return { refused: (await refused.count()) - held, held };
}

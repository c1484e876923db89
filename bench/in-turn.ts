/** Whoever is measured against another, by its name. */
export type Contenders<T> = Readonly<Record<string, () => Promise<T>>>;

/**
 * Runs every contender once in each round, each round beginning with another one, so that what the machine does beside weighs on all
 * alike. Gives each contender's results.
 */
export async function inTurn<T>(
  contenders: Contenders<T>,
  rounds: number,
): Promise<Readonly<Record<string, readonly T[]>>> {
  const names = Object.keys(contenders);
  const results: Record<string, T[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [place] of names.entries()) {
      const name = names[(place + round) % names.length] ?? '';
      const result = await contenders[name]?.();
      if (result === undefined) continue;
      (results[name] ??= []).push(result);
      process.stdout.write(`  ${name}: ${JSON.stringify(result)}\n`);
    }
  }
  return results;
}

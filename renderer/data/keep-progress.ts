import { dateWords } from '../../shared/records/date-words';
import type { Seal } from '../../shared/sealing/seal';
import type { LaptopStep } from '../../shared/sync/laptop-store';
import type { Database } from './database';
import { sealJson } from './sealed-json';
import { valuesOfKind } from './values-of-kind';

/** What is left on this laptop of a tour that was put away. */
export interface AwayTour {
  readonly title: string;
  readonly date: string;
}

/** Keeps how far the server was followed, in the transaction of the caller. What is put away leaves its title: it is asked for again by it. */
export async function keepProgress(
  database: Database,
  seal: Seal,
  { away, ...progress }: NonNullable<LaptopStep['progress']>,
): Promise<void> {
  await database.progress.update('progress', progress);
  if (!away) return;
  const before = (await database.progress.get('progress'))?.away ?? [];
  const known = before.filter(({ scope }) => away.includes(scope));
  const added = away.filter((scope) => !known.some((one) => one.scope === scope));
  const rows = await database.records.bulkGet(added);
  const tours = valuesOfKind(
    { seal },
    rows.flatMap((row) => row ?? []),
    'tour',
  );
  const named = added.map((scope) => {
    const tour = tours.find(({ id }) => id === scope);
    const left: AwayTour = { title: tour?.title ?? '', date: tour ? dateWords(tour.date) : '' };
    return { scope, sealed: sealJson(seal, left) };
  });
  await database.progress.update('progress', { away: [...known, ...named] });
}

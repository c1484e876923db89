import type { Query } from './database';

/** A tour that was dropped, as it stands in the table and in the intake journal. */
export interface DroppedRow {
  readonly scope: 'server';
  readonly tour: string;
  /** Its last number: should it come back, it goes on behind that. */
  readonly last: number;
  /** What is left of it beside the tables has not gone yet. */
  readonly pending: boolean;
  /** The files that it named, while it is pending: hashes with spaces between. */
  readonly files: string;
  /** Their small pictures, likewise. */
  readonly thumbs: string;
}

/** Of these tables a tour's rows are known by this column. */
const columns = {
  changes: 'scope',
  handed: 'scope',
  records: 'scope',
  attachments: 'scope',
  open_items: 'scope',
  visits: 'tour',
  grants: 'tour',
  members: 'tour',
  departed: 'tour',
  scopes: 'scope',
} as const;

/** Takes all of these tours out of the tables, for good, and who was given them. */
export async function deleteTours(query: Query, tours: readonly string[]): Promise<void> {
  for (const [table, column] of Object.entries(columns))
    await query(`delete from ${table} where ${column} = any($1::text[])`, [tours]);
}

/** The last number of a tour, which is locked until the transaction ends; null where there is no such tour. */
export async function lockTour(query: Query, tour: string): Promise<number | null> {
  const rows = await query<{ last_number: number }>(
    `select last_number from scopes where scope = $1 for update`,
    [tour],
  );
  return rows[0]?.last_number ?? null;
}

/** The hashes of the files that a tour names, and of their small pictures. */
export async function readFilesOf(
  query: Query,
  tour: string,
): Promise<{ readonly files: readonly string[]; readonly thumbs: readonly string[] }> {
  const rows = await query<{ sha256: string; thumb: string }>(
    `select sha256, thumb from attachments where scope = $1 order by sha256`,
    [tour],
  );
  const thumbs = rows.map(({ thumb }) => thumb).filter((thumb) => thumb !== '');
  return { files: [...new Set(rows.map(({ sha256 }) => sha256))], thumbs: [...new Set(thumbs)] };
}

/** Which of these small pictures belong to no file any more. */
export async function findUnusedThumbs(query: Query, thumbs: readonly string[]): Promise<readonly string[]> {
  const rows = await query<{ thumb: string }>(
    `select distinct thumb from attachments where thumb = any($1::text[])`,
    [thumbs],
  );
  const used = new Set(rows.map(({ thumb }) => thumb));
  return thumbs.filter((thumb) => !used.has(thumb));
}

/** The tours of which something is still on the disk. */
export async function readPendingDrops(query: Query): Promise<readonly DroppedRow[]> {
  return query<DroppedRow>(
    `select scope, tour, last, pending, files, thumbs from dropped where scope = 'server' and pending order by tour`,
  );
}

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sentTour } from './sent-tour';

/** The small tour of another office as a file; resolves to its path. */
export async function writeTourFile(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'xunji-tour-')), `${sentTour.tour.title}.json`);
  await writeFile(path, JSON.stringify(sentTour));
  return path;
}

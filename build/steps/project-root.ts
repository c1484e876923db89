import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout's folder, wherever the bundled script lies inside it. */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package-lock.json'))) folder = dirname(folder);
  return folder;
}

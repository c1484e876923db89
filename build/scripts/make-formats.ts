import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatFiles } from '../formats/format-files';

/** Writes the JSON Schemas of the interchange formats into the folder named on the command line, or into docs/formats. */
const folder = process.argv[2] ?? 'docs/formats';

await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(formatFiles())) {
  await writeFile(join(folder, name), text);
  process.stdout.write(`${join(folder, name)}\n`);
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatFiles } from '../../build/formats/format-files';
import { tourFileLists } from '../../shared/tour-file/tour-file-lists';

const folder = join(import.meta.dirname, '../../docs/formats');

it('the committed schemas are those that the program checks with (npm run formats)', async () => {
  for (const [name, text] of Object.entries(formatFiles())) {
    expect(await readFile(join(folder, name), 'utf8')).toBe(text);
  }
});

it('the page about the tour file names every list', async () => {
  const page = await readFile(join(folder, 'tour.md'), 'utf8');
  for (const list of Object.keys(tourFileLists)) expect(page).toContain(`\`${list}\``);
});

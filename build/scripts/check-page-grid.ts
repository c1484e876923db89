import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyLook } from '../../electron/documents/docx/body-look';
import { packDocx } from '../../electron/documents/docx/pack-docx';
import { gridParagraph } from '../../electron/documents/docx/paragraphs';
import { textRuns } from '../../electron/documents/docx/text-runs';
import { officialLayout } from '../../shared/documents/layout-preset';

/** Lets LibreOffice count the pages of exactly 28 × 22 characters, and of one more: 1 and 2, or the layout is wrong. */
const { lines, characters } = officialLayout.grid;
const full = lines * characters;
const folder = await mkdtemp(join(tmpdir(), 'xunji-grid-'));

try {
  const counted = [await pagesOf(full), await pagesOf(full + 1)];
  process.stdout.write(`${full}: ${counted[0]}  ${full + 1}: ${counted[1]}\n`);
  process.exitCode = counted.join() === '1,2' ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function pagesOf(count: number): Promise<number> {
  const runs = textRuns('检'.repeat(count), bodyLook(officialLayout));
  const properties = { title: '', creator: '', description: '', state: '' };
  const docx = await packDocx([gridParagraph(officialLayout, runs)], properties, new Map(), officialLayout);
  const path = join(folder, `${count}.docx`);
  await writeFile(path, docx);
  execFileSync('soffice', [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    path,
  ]);
  const pdf = await readFile(join(folder, `${count}.pdf`), 'latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { parseTables } from '../../../electron/tables/parse-tables';
import { readXlsform } from '../../../shared/xlsform/read-xlsform';
import { writeXform } from '../../../shared/xlsform/write-xform';

declare module 'vitest' {
  interface ProvidedContext {
    readonly publishedXforms: Readonly<Record<string, string>>;
  }
}

/** Files are read in Node; the engine runs in a browser: every published form without a fault, as an XForm. */
export async function setup(project: TestProject): Promise<void> {
  const root = join(import.meta.dirname, '../../fixtures/xlsform');
  const xforms: Record<string, string> = {};
  for (const folder of ['pyxform', 'web-forms']) {
    for (const name of readdirSync(join(root, folder)).filter((one) => /\.(?:xlsx|csv)$/.test(one))) {
      const file = join(root, folder, name);
      const workbook = await parseTables({ file, bytes: readFileSync(file) });
      if (!workbook.ok) continue;
      const { checklist, faults } = readXlsform(workbook.value, { id: 'form', title: name });
      const xform = checklist && faults.length === 0 ? writeXform(checklist) : null;
      if (xform?.ok) xforms[`${folder}/${name}`] = xform.value;
    }
  }
  project.provide('publishedXforms', xforms);
}

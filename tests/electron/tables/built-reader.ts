import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../../..');
const outDir = join(root, `dist/test-reader-${process.env['VITEST_POOL_ID'] ?? '0'}`);
let built: Promise<unknown> | null = null;

/** The script of a process that reads, as it is shipped: bundled from what is checked out. */
export async function builtReader(name = 'electron/tables/table-reader.ts'): Promise<string> {
  built ??= build({
    configFile: join(root, 'electron/vite.config.ts'),
    logLevel: 'error',
    build: {
      outDir,
      rollupOptions: {
        input: {
          'table-reader': join(root, 'electron/tables/table-reader.ts'),
          'bundle-reader': join(root, 'electron/bundles/bundle-reader.ts'),
          'greedy-reader': join(root, 'tests/electron/tables/greedy-reader.ts'),
        },
      },
    },
  });
  await built;
  return join(outDir, name.replace(/^.*\//, '').replace(/\.ts$/, '.js'));
}

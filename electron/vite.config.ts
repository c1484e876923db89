import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/**
 * Main process and headless commands as ES modules for Node 20 and later. Packages go in as well: to find and read their two hundred
 * files one by one takes most of the processor time that main needs until its window opens.
 */
export default defineConfig({
  root: here,
  ssr: { noExternal: true },
  build: {
    outDir: join(here, '../dist/electron'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    ssr: true,
    rollupOptions: {
      input: {
        main: join(here, 'main.ts'),
        headless: join(here, 'headless/main.ts'),
        'bundle-reader': join(here, 'bundles/bundle-reader.ts'),
        'table-reader': join(here, 'tables/table-reader.ts'),
      },
      external: ['electron', ...builtinModules, /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});

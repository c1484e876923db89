import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import manifest from '../package.json' with { type: 'json' };

const here = import.meta.dirname;
const external = [
  'electron',
  ...builtinModules,
  /^node:/,
  ...Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
];

/** Main process and headless commands as ES modules for Node 20 and later; packages stay outside, our own code goes in. */
export default defineConfig({
  root: here,
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
      external,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});

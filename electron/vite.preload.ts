import { join } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** A sandboxed preload must be one CommonJS file: it can load nothing but `electron`. */
export default defineConfig({
  root: here,
  build: {
    outDir: join(here, '../dist/electron'),
    emptyOutDir: false,
    target: 'chrome140',
    minify: false,
    lib: { entry: join(here, 'preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    rollupOptions: { external: ['electron'] },
  },
});

import { defineConfig } from 'vite';

/** A sandboxed preload must be one CommonJS file: it can load nothing but `electron`. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/electron',
    emptyOutDir: false,
    target: 'chrome140',
    minify: false,
    lib: { entry: 'preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rollupOptions: { external: ['electron'] },
  },
});

import { defineConfig } from 'vite';

/** Packages stay outside and are found in node_modules; shared/ and the migrations are bundled. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: 'main.ts',
    outDir: '../dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rollupOptions: { output: { format: 'esm', entryFileNames: 'main.js' } },
  },
});

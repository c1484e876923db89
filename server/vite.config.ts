import { join } from 'node:path';
import { defineConfig } from 'vite';

/** Packages stay outside and are found in node_modules; shared/ and the migrations are bundled. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    outDir: '../dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rollupOptions: {
      input: { main: join(import.meta.dirname, 'main.ts'), hub: join(import.meta.dirname, 'hub/main.ts') },
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});

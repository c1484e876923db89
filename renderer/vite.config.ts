import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window's pages: relative addresses, nothing inline, so that they load from the app's own protocol under a strict CSP. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  // As a module, so that the HEIC reader is a part of its own, loaded only when such a picture comes.
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome150',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2500,
  },
});

import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import manifest from '../package.json' with { type: 'json' };

const scripts = join(import.meta.dirname, 'scripts');
const packages = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];

/** The project's own scripts, as ES modules for Node; packages stay outside. */
export default defineConfig({
  build: {
    outDir: join(import.meta.dirname, '../dist/scripts'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    ssr: true,
    rollupOptions: {
      input: Object.fromEntries(
        readdirSync(scripts).map((name) => [name.replace(/\.ts$/, ''), join(scripts, name)]),
      ),
      external: [...builtinModules, /^node:/, ...packages.map((name) => new RegExp(`^${name}(/|$)`))],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});

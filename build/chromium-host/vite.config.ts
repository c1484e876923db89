import { readFileSync, writeFileSync, chmodSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const outDir = join(here, '../../dist/chromium-host');

// Written beside the bundle. `exec` keeps one process id, so that killing the launcher kills the app.
const launchers = {
  electron: '#!/bin/sh\nexec node "$(dirname "$(readlink -f "$0")")/launch.cjs" "$@"\n',
  'electron.cmd': '@node "%~dp0launch.cjs" %*\r\n',
  'launch.cjs': "'use strict';\nrequire('./host.cjs').launch(process.argv.slice(2));\n",
};

function writeLaunchers(): Plugin {
  return {
    name: 'chromium-host-launchers',
    writeBundle() {
      for (const [name, text] of Object.entries(launchers)) writeFileSync(join(outDir, name), text);
      chmodSync(join(outDir, 'electron'), 0o755);
      writeFileSync(join(outDir, 'version'), electronVersion());
    },
  };
}

function electronVersion(): string {
  const path = createRequire(import.meta.url).resolve('electron/package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }).version;
}

const suffix = '?world';

/**
 * `import { source } from './x?world'`: the script x and all it imports, bundled to one classic script that
 * defines `hostWorld`, as text. The host injects it into pages.
 */
function worldPlugin(): Plugin {
  return {
    name: 'chromium-host-world',
    // Before Vite's own resolver, which would take the query for its own and load the script itself.
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.endsWith(suffix)) return undefined;
      const file = await this.resolve(id.slice(0, -suffix.length), importer);
      return file ? `\0${file.id}${suffix}` : undefined;
    },
    async load(id) {
      if (!id.startsWith('\0') || !id.endsWith(suffix)) return undefined;
      const file = id.slice(1, -suffix.length);
      this.addWatchFile(file);
      return `export const source = ${JSON.stringify(await bundle(file))};`;
    },
  };
}

async function bundle(file: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: file, formats: ['iife'], name: 'hostWorld' },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error(`no bundle made of ${file}`);
  return output.output[0].code;
}

export default defineConfig({
  plugins: [worldPlugin(), writeLaunchers()],
  define: { ELECTRON_VERSION: JSON.stringify(electronVersion()) },
  publicDir: false,
  build: {
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    ssr: true,
    rolldownOptions: {
      input: { host: join(here, 'launch.ts'), utility: join(here, 'utility-entry.ts') },
      external: [...builtinModules, /^node:/],
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[name].cjs' },
    },
  },
});

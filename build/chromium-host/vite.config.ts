import { readFileSync, writeFileSync, chmodSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { worldPlugin } from './world-plugin';

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

export default defineConfig({
  plugins: [worldPlugin(), writeLaunchers()],
  define: { __ELECTRON_VERSION__: JSON.stringify(electronVersion()) },
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

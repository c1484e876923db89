import { build, type Plugin } from 'vite';

const suffix = '?world';

/**
 * `import { source } from './x?world'`: the script x and all it imports, bundled to one classic script that
 * defines `hostWorld`, as text. The host injects it into pages.
 */
export function worldPlugin(): Plugin {
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

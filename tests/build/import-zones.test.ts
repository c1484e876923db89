import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Which folders a zone may import from, and whether it may use Node. Packages are named where a zone is not free to choose. */
const zones: Readonly<Record<string, { folders: readonly string[]; node: boolean; packages?: RegExp }>> = {
  shared: { folders: ['shared'], node: false, packages: /^zod$/ },
  'shared/node': { folders: ['shared', 'shared/node'], node: true },
  renderer: { folders: ['renderer', 'shared'], node: false },
  electron: { folders: ['electron', 'shared', 'shared/node'], node: true },
  server: { folders: ['server', 'shared', 'shared/node'], node: true },
  // A server is started as it is shipped; of a laptop that is reduced to its wire, the wire is the app's own.
  bench: { folders: ['bench', 'build', 'tests', 'electron', 'shared', 'shared/node'], node: true },
};

interface Import {
  readonly file: string;
  readonly from: string;
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/\bfrom\s*'([^'\n]+)';|^import\s*'([^'\n]+)';|\bimport\(\s*'([^'\n]+)'/gm);
  return [...found].map((match) => ({ file, from: match[1] ?? match[2] ?? match[3] ?? '' }));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('node_modules'))
    .map((name) => join(folder, name).split(sep).join('/'));
}

const zoneOf = (file: string) =>
  Object.keys(zones)
    .filter((zone) => file.startsWith(`${zone}/`))
    .sort((a, b) => b.length - a.length)[0] ?? file.split('/')[0];

function faultsOf({ file, from }: Import): readonly string[] {
  const zone = zones[zoneOf(file) ?? ''];
  if (!zone) return [];
  if (!from.startsWith('.')) {
    const isNode = from.startsWith('node:') || builtinModules.includes(from);
    if (isNode) return zone.node ? [] : [`${file} uses ${from}`];
    return zone.packages && !zone.packages.test(from) ? [`${file} uses ${from}`] : [];
  }
  const target = relative(root, join(root, dirname(file), from))
    .split(sep)
    .join('/');
  const targetZone = zoneOf(target) ?? '';
  return zone.folders.includes(targetZone) || target === 'package.json' ? [] : [`${file} imports ${target}`];
}

/** The file or folder that an import of ours names, from the root; empty for packages. */
function target({ file, from }: Import): string {
  if (!from.startsWith('.')) return '';
  return relative(root, join(root, dirname(file), from))
    .split(sep)
    .join('/');
}

const all = ['shared', 'renderer', 'electron', 'server', 'bench'].flatMap(filesIn).flatMap(importsOf);

describe('who may import whom', () => {
  it('has read the sources', () => {
    expect(all.length).toBeGreaterThan(300);
  });

  it('keeps renderer, electron and server apart and shared pure', () => {
    expect(all.filter(({ file }) => !file.endsWith('vite.config.ts')).flatMap(faultsOf)).toEqual([]);
  });

  it('finds a wrong import when there is one', () => {
    expect(faultsOf({ file: 'renderer/data/save.ts', from: '../../electron/ipc' })).toHaveLength(1);
    expect(faultsOf({ file: 'renderer/data/save.ts', from: '../../shared/node/journal' })).toHaveLength(1);
    expect(faultsOf({ file: 'shared/changes/merge.ts', from: 'node:fs' })).toHaveLength(1);
    expect(faultsOf({ file: 'server/app.ts', from: '../electron/ipc' })).toHaveLength(1);
    expect(faultsOf({ file: 'server/app.ts', from: '../bench/report' })).toHaveLength(1);
    expect(faultsOf({ file: 'bench/rows/sync-rows.ts', from: '../../server/app' })).toHaveLength(1);
  });

  it('lets no feature import a feature, and ui nothing of ours but itself', () => {
    const feature = (path: string) => /^renderer\/features\/([^/]+)\//.exec(path)?.[1];
    const crossing = all.filter((one) => {
      const [own, other] = [feature(one.file), feature(target(one))];
      if (own) return (other !== undefined && other !== own) || target(one).startsWith('renderer/app/');
      if (one.file.startsWith('renderer/ui/'))
        return /^renderer\/(app|features|capture|data)\//.test(target(one));
      if (one.file.startsWith('renderer/data/'))
        return /^renderer\/(app|features|capture|ui)\//.test(target(one));
      if (one.file.startsWith('renderer/capture/')) return /^renderer\/(app|features)\//.test(target(one));
      return false;
    });
    expect(crossing.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });

  it('builds capture in layers: each folder uses those before it, none that come after', () => {
    const layers = ['drafts', 'fields', 'attachments', 'cards', 'composer', 'sheets', 'signing'];
    const layer = (path: string) => layers.indexOf(/^renderer\/capture\/([^/]+)\//.exec(path)?.[1] ?? '');
    const upward = all.filter(
      (one) => one.file.startsWith('renderer/capture/') && layer(target(one)) > layer(one.file),
    );
    expect(upward.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });

  it('lets nobody import a main.ts', () => {
    const wrong = all.filter(({ from }) => /(^|\/)main$/.test(from) && from.startsWith('.'));
    expect(wrong).toEqual([]);
  });
});

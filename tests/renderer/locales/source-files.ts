import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../renderer');

/** Every source file of the window under its path from `renderer/`, with its text. */
export function readSourceFiles(): ReadonlyMap<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  return new Map(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(root, name), 'utf8')]));
}

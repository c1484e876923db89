import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLaptop } from './laptop-with-bundles';

/** Two laptops that know each other's cards, and a stick, in a folder of their own. */
export async function openTwo() {
  const folder = await mkdtemp(join(tmpdir(), 'laptops-'));
  const [a, b] = [await openLaptop(folder, 'laptop-a'), await openLaptop(folder, 'laptop-b')];
  await mkdir(join(folder, 'stick'));
  await a.bundles.book.keep(b.card());
  await b.bundles.book.keep(a.card());
  return { folder, a, b };
}

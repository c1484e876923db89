import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureDebianPackages } from './ensure-debian-packages';

/** Makes sure that the tests find a real PostgreSQL: DATABASE_URL, an installed one, or Debian's. Throws with the one command to type. */
export async function ensurePostgres(): Promise<void> {
  if (process.env['DATABASE_URL'] || isInstalled()) return;
  const command = await ensureDebianPackages(['postgresql']);
  if (!isInstalled()) {
    throw new Error(
      `测试需要 PostgreSQL。请执行 The tests need PostgreSQL. Type: ${command ?? 'postgresql'}`,
    );
  }
}

function isInstalled(): boolean {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const folders = [
    ...versions.map((version) => join('/usr/lib/postgresql', version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  const name = process.platform === 'win32' ? 'initdb.exe' : 'initdb';
  return folders.some((folder) => existsSync(join(folder, name)));
}

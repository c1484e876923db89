import { readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Chromium marks a profile that is open with a link named after the computer and refuses one of another computer for ever. A data
 * folder that was copied while the app ran brings such a mark along; it is taken away before Chromium looks.
 */
export function dropForeignLock(profile: string): void {
  let holder: string;
  try {
    holder = readlinkSync(join(profile, 'SingletonLock'));
  } catch {
    return; // no mark, or Windows, which has none
  }
  if (holder.slice(0, holder.lastIndexOf('-')) === hostname()) return;
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(profile, name), { force: true });
}

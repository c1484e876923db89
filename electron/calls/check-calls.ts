import { stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { succeed } from '../../shared/outcome';
import { listMissingFonts } from '../documents/list-missing-fonts';
import type { CallHandlers } from '../ipc';
import type { Connection } from '../sync/sync-client';

const patienceMillis = 4000;

/** What only the computer itself can tell before a tour leaves: a folder that takes files, its clock, its fonts. */
export function checkCalls(
  root: string,
  program: string,
  connection: Connection,
): Pick<CallHandlers, 'device.check'> {
  return {
    'device.check': async () =>
      succeed({
        writable: await isWritable(join(root, 'check.tmp')),
        clockAhead: await clockAhead(connection),
        builtAt: (await stat(program)).mtime.toISOString(),
        missingFonts: [...(await listMissingFonts(process.platform))],
      }),
  };
}

async function isWritable(path: string): Promise<boolean> {
  try {
    await writeFile(path, 'xunji');
    await unlink(path);
    return true;
  } catch {
    // Whatever the reason, nothing can be kept there; the check says so.
    return false;
  }
}

/** By the Date of any answer, which has whole seconds: enough to find a clock that is off by minutes. */
async function clockAhead({ settings, fetch }: Connection): Promise<number | null> {
  const { serverUrl } = settings();
  if (serverUrl === '') return null;
  try {
    const answer = await fetch(serverUrl, { method: 'HEAD', signal: AbortSignal.timeout(patienceMillis) });
    const told = Date.parse(answer.headers.get('date') ?? '');
    return Number.isNaN(told) ? null : Math.round((Date.now() - told) / 1000);
  } catch {
    // No network: then nothing is known about the clock.
    return null;
  }
}

import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { errorCode } from '../../shared/node/durable-file';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { tableLimits } from '../../shared/tables/table-limits';
import { tableTooLarge } from './table-too-large';

/** The bytes of a file that may hold tables. One that is too large is refused before it is read. */
export async function readTableFile(path: string): Promise<Outcome<Uint8Array>> {
  const file = basename(path);
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > tableLimits.megabytes << 20) return fail(tableTooLarge(file, 'megabytes'));
      return succeed(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    const fault = errorCode(error);
    if (fault === '') throw error;
    return fail(
      fault === 'ENOENT' ? problem('file.notFound', { file }) : problem('file.unreadable', { file, fault }),
    );
  }
}

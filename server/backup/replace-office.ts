import { dirname, join } from 'node:path';
import { z } from 'zod';
import {
  errorCode,
  isThere,
  makeDirectoryDurably,
  renameDurably,
  syncDirectory,
  writeDurably,
} from '../../shared/node/durable-file';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';

/** What an embedded office is, beside its attachments, which are by their hash and the same in any. */
const office = ['intake', 'epoch', 'database', 'database.clean', 'database.aside', 'settled'];

/** What comes in: the rest is made from it, as after a power cut. */
const restored = ['intake', 'epoch'];

/** `aside` names the folder of `replaced/` that the former office goes to. */
const orderSchema = z.object({ phase: z.enum(['out', 'in']), aside: z.string().regex(/^[\w-]+$/) });

type Order = z.infer<typeof orderSchema>;

/** Where an office is restored beside the running one. */
export function preparedOffice(directory: string): string {
  return join(directory, 'restore', 'office');
}

const orderOf = (directory: string) => join(directory, 'restore', 'order.json');

/** The next start replaces the office by the prepared one; the former one is kept in `replaced/<aside>`. */
export async function orderReplacement(
  fileSystem: FileSystem,
  directory: string,
  aside: string,
): Promise<void> {
  await keep(fileSystem, directory, { phase: 'out', aside });
}

/**
 * To be done at a start, before the office is opened: what was ordered is done, and goes on where a machine stopped in the middle; what was
 * prepared and not ordered goes. Whether the office is another one now. Fails, and touches nothing, where the prepared office is not there.
 */
export async function replaceOffice(fileSystem: FileSystem, directory: string): Promise<Outcome<boolean>> {
  const order = await readOrder(fileSystem, directory);
  if (!order) {
    await fileSystem.rm(join(directory, 'restore'), { recursive: true, force: true });
    return succeed(false);
  }
  const prepared = preparedOffice(directory);
  const aside = join(directory, 'replaced', order.aside);
  if (order.phase === 'out') {
    for (const name of restored)
      if (!(await isThere(fileSystem, join(prepared, name)))) {
        await drop(fileSystem, directory);
        return succeed(false);
      }
    await move(fileSystem, office, directory, aside);
    // Known before the first thing comes in: nothing of it may go out again.
    await keep(fileSystem, directory, { ...order, phase: 'in' });
  }
  await move(fileSystem, restored, prepared, directory);
  for (const name of restored)
    if (!(await isThere(fileSystem, join(directory, name))))
      return fail(problem('restore.halfDone', { aside }));
  await drop(fileSystem, directory);
  return succeed(true);
}

/** The order goes first: without it the rest is swept at the next start. */
async function drop(fileSystem: FileSystem, directory: string): Promise<void> {
  await fileSystem.rm(orderOf(directory), { force: true });
  await syncDirectory(fileSystem, dirname(orderOf(directory)));
  await fileSystem.rm(join(directory, 'restore'), { recursive: true, force: true });
}

async function keep(fileSystem: FileSystem, directory: string, order: Order): Promise<void> {
  await writeDurably(fileSystem, orderOf(directory), Buffer.from(JSON.stringify(order)));
}

async function readOrder(fileSystem: FileSystem, directory: string): Promise<Order | null> {
  try {
    return orderSchema.parse(JSON.parse(await fileSystem.readFile(orderOf(directory), 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function move(
  fileSystem: FileSystem,
  names: readonly string[],
  from: string,
  to: string,
): Promise<void> {
  await makeDirectoryDurably(fileSystem, to);
  for (const name of names) {
    if (!(await isThere(fileSystem, join(from, name)))) continue;
    await renameDurably(fileSystem, join(from, name), join(to, name));
    await syncDirectory(fileSystem, from);
  }
}

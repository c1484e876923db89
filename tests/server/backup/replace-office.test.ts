import { describe, expect, test } from 'vitest';
import { orderReplacement, preparedOffice, replaceOffice } from '../../../server/backup/replace-office';
import { makeDirectoryDurably, writeDurably } from '../../../shared/node/durable-file';
import type { FileSystem } from '../../../shared/node/file-system';
import { type SimulatedDisk, simulatedDisk } from '../../faults/simulated-disk';

const data = '/data';
const whole = { intake: 'new', epoch: 'new' };

/** An office, and another one that was prepared beside it. */
async function fill(fileSystem: FileSystem): Promise<void> {
  const put = async (directory: string, name: string, whose: string) => {
    const path = `${directory}/${name}`;
    await makeDirectoryDurably(fileSystem, path.slice(0, path.lastIndexOf('/')));
    await writeDurably(fileSystem, path, Buffer.from(whose));
  };
  for (const name of ['intake/1.journal', 'epoch', 'database/rows', 'database.clean', 'blobs/ab/photo'])
    await put(data, name, 'old');
  for (const name of ['intake/1.journal', 'epoch', 'database/rows', 'database.clean'])
    await put(preparedOffice(data), name, 'new');
}

/** Whose the journal and the epoch of the data directory are. */
async function shown(fileSystem: FileSystem): Promise<Record<string, string>> {
  const read = (path: string) => fileSystem.readFile(`${data}/${path}`, 'utf8').catch(() => 'none');
  return { intake: await read('intake/1.journal'), epoch: await read('epoch') };
}

/** Stops the machine at each step after the order, and starts again until nothing stops it; what each then has. */
async function atEachStep(
  end: 'kill' | 'power cut',
  weaken: (fileSystem: FileSystem) => FileSystem = (same) => same,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (let steps = 1; ; steps += 1) {
    const ready = simulatedDisk();
    await fill(ready.fileSystem);
    await orderReplacement(ready.fileSystem, data, 'at-noon');
    const failing: SimulatedDisk = ready.after('kill', () => 0, steps);
    let isDone = false;
    try {
      await replaceOffice(weaken(failing.fileSystem), data);
      isDone = true;
    } catch {
      // The machine stopped.
    }
    const { fileSystem } = failing.after(end, () => (steps % 3) / 3);
    await replaceOffice(weaken(fileSystem), data);
    found.add(JSON.stringify(await shown(fileSystem)));
    if (isDone) break;
    expect(steps).toBeLessThan(200);
  }
  return [...found];
}

describe('An office that a restored one takes the place of', () => {
  test('is whole aside, and the attachments stay where they are', async () => {
    const { fileSystem } = simulatedDisk();
    await fill(fileSystem);
    await orderReplacement(fileSystem, data, 'at-noon');
    expect(await replaceOffice(fileSystem, data)).toEqual({ ok: true, value: true });
    expect(await shown(fileSystem)).toEqual(whole);
    expect((await fileSystem.readdir(`${data}/replaced/at-noon`)).toSorted()).toEqual([
      'database',
      'database.clean',
      'epoch',
      'intake',
    ]);
    expect((await fileSystem.readdir(data)).toSorted()).toEqual(['blobs', 'epoch', 'intake', 'replaced']);
    expect(await replaceOffice(fileSystem, data)).toEqual({ ok: true, value: false });
  });

  test('stays where nothing was ordered, or what was prepared is gone', async () => {
    const { fileSystem } = simulatedDisk();
    await fill(fileSystem);
    expect(await replaceOffice(fileSystem, data)).toEqual({ ok: true, value: false });
    expect(await fileSystem.readdir(data)).not.toContain('restore');
    await orderLater(fileSystem);
    expect(await replaceOffice(fileSystem, data)).toEqual({ ok: true, value: false });
    expect(await shown(fileSystem)).toEqual({ intake: 'old', epoch: 'old' });
  });

  test.each(['kill', 'power cut'] as const)('is never half there: %s at each step', async (end) => {
    expect(await atEachStep(end)).toEqual([JSON.stringify(whole)]);
  });

  test('sabotage: without the note between out and in a machine that stops leaves neither', async () => {
    expect(await atEachStep('kill', forgetsPhase)).not.toEqual([JSON.stringify(whole)]);
  });
});

async function orderLater(fileSystem: FileSystem): Promise<void> {
  await makeDirectoryDurably(fileSystem, `${data}/restore`);
  await orderReplacement(fileSystem, data, 'at-noon');
}

/** Says that it wrote that everything is out, and did not. */
function forgetsPhase(fileSystem: FileSystem): FileSystem {
  return {
    ...fileSystem,
    rename: async (from, to) => {
      if (!String(to).endsWith('order.json')) await fileSystem.rename(from, to);
    },
  };
}

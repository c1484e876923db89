import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { peekParts } from '../../../electron/bundles/peek-parts';
import { openBundles } from '../../../electron/bundles/open-bundles';
import { unpackBundle } from '../../../electron/bundles/unpack-bundle';
import { openAttachmentStore } from '../../../electron/files/attachment-store';
import { changeJournal } from '../../../electron/journal/change-journal';
import { readCard, writeCard } from '../../../electron/keys/card-text';
import type { Change } from '../../../shared/changes/change';
import { nodeFileSystem } from '../../../shared/node/file-system';
import { openJournal } from '../../../shared/node/journal';
import type { Outcome } from '../../../shared/outcome';
import { plainSeal } from '../../../shared/sealing/seal';

export type Laptop = Awaited<ReturnType<typeof openLaptop>>;

/** The main process of a laptop as far as bundles go, on real folders; bundles are read in this process. */
export async function openLaptop(root: string, name: string, office: string | null = null) {
  const home = join(root, name);
  await mkdir(home, { recursive: true });
  let ids = 0;
  const newId = () => `${name}-${Date.now().toString(36)}-${(ids += 1)}`;
  const journal = await openJournal({
    directory: join(home, 'journal'),
    fileSystem: nodeFileSystem,
    seal: plainSeal,
    newGeneration: newId(),
  });
  onTestFinished(() => journal.close());
  const changes = changeJournal(journal, () => Promise.resolve(true));
  const files = await openAttachmentStore(nodeFileSystem, join(home, 'files'), newId);
  const bundles = await openBundles({
    fileSystem: nodeFileSystem,
    paths: {
      keys: join(home, 'keys'),
      addressBook: join(home, 'devices.json'),
      bundles: join(home, 'bundles.json'),
      openedBundles: join(home, 'opened'),
      carried: join(home, 'carried'),
    },
    seal: plainSeal,
    device: name,
    journal: changes,
    generation: journal.generation,
    files,
    reader: {
      peek: (found) => peekParts(nodeFileSystem, found),
      unpack: (task, onBytes) => unpackBundle(nodeFileSystem, task, onBytes),
    },
    userName: () => `${name}的主人`,
    office: () => office,
    now: () => '2026-11-20T20:00:00+08:00',
    ticks: () => 0,
    newId,
    hasRoom: () => Promise.resolve(true),
  });
  let made = 0;

  return {
    name,
    changes,
    files,
    bundles,
    async write(text: string, sha256?: string, scope = 'tour-1'): Promise<Change> {
      made += 1;
      const change: Change = {
        id: `${name}-change-${made}`,
        scope,
        kind: sha256 === undefined ? 'note' : 'attachment',
        record: `${name}-record-${made}`,
        fields: {
          text: { value: text, replaces: [] },
          ...(sha256 === undefined ? {} : { sha256: { value: sha256, replaces: [] } }),
        },
        author: name,
        device: name,
        at: '2026-11-20T08:00:00+08:00',
      };
      valueOf(await changes.append({ origin: 'local', changes: [change] }));
      return change;
    },
    async photograph(text: string): Promise<string> {
      const { upload } = valueOf(await files.begin(text));
      valueOf(await files.append(upload, Buffer.from(text)));
      valueOf(await files.finish(upload));
      return createHash('sha256').update(text).digest('hex');
    },
    async ids(): Promise<readonly string[]> {
      return (await changes.read(0, 5000)).map(({ change }) => change.id).sort();
    },
    card: () => {
      const card = readCard(writeCard(bundles.keys, `${name}的主人`));
      if (!card) throw new Error('no card');
      return card;
    },
    /** What the window does with an opened bundle: files, then the changes that are new here, then it is settled. */
    async takeIn(opened: string, pages: number, isWhole = true): Promise<readonly string[]> {
      valueOf(await bundles.opening.takeFiles(opened));
      const known = new Set((await changes.read(0, 5000)).map(({ change }) => change.id));
      const added: Change[] = [];
      for (let page = 0; page < pages; page += 1) {
        const { changes: held } = valueOf(await bundles.opening.page(opened, page));
        for (const change of held as unknown as Change[]) if (!known.has(change.id)) added.push(change);
      }
      if (added.length > 0) valueOf(await changes.append({ origin: 'local', changes: added }));
      valueOf(await bundles.opening.settle(opened, isWhole));
      return added.map(({ id }) => id);
    },
  };
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

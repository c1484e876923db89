import { describe, expect, it } from 'vitest';
import { trackArrivals } from '../../../electron/files/arrivals';
import { openAttachmentStore } from '../../../electron/files/attachment-store';
import { openPictureCache } from '../../../electron/files/picture-cache';
import { sweepTemporary } from '../../../electron/files/sweep-temporary';
import { changeJournal } from '../../../electron/journal/change-journal';
import { openScopeForgetter } from '../../../electron/journal/forget-scopes';
import type { FileSystem } from '../../../shared/node/file-system';
import { openJournal } from '../../../shared/node/journal';
import { plainSeal } from '../../../shared/sealing/seal';
import { simulatedDisk } from '../../faults/simulated-disk';
import { noteChange } from '../../server/note-change';

const secret = '厂区东侧道路未硬化，负责人拒绝签字';
const plain = '这是另一次活动里的话';
const [goneFile, sharedFile] = ['a', 'b'].map((digit) => digit.repeat(64)) as [string, string];

/** What main opens at a start, in its order. */
async function start(fileSystem: FileSystem, partials: readonly string[] = ['/partial', '/hub-partial']) {
  await sweepTemporary(fileSystem, ['/', '/journal']);
  let ids = 0;
  const newId = () => `id-${(ids += 1)}`;
  const journal = await openJournal({
    directory: '/journal',
    fileSystem,
    seal: plainSeal,
    newGeneration: 'journal-1',
    segmentBytes: 900,
  });
  const files = await openAttachmentStore(fileSystem, '/files', newId);
  const thumbs = openPictureCache(fileSystem, '/thumbs', newId);
  const forgetter = openScopeForgetter({
    fileSystem,
    path: '/forget-scopes.json',
    journal,
    files,
    pictures: [thumbs],
    partials,
    arrivals: trackArrivals(),
  });
  await forgetter.finish();
  return { journal, changes: changeJournal(journal, () => Promise.resolve(true)), files, thumbs, forgetter };
}

const attachment = (scope: string, record: string, sha256: string) =>
  noteChange({ scope, record, kind: 'attachment', fields: { sha256: { value: sha256, replaces: [] } } });

/** Two tours, one of which names a file that the other names as well, and something that was refused. */
async function fill(fileSystem: FileSystem): Promise<{ readonly refused: string }> {
  const { changes, thumbs, journal } = await start(fileSystem);
  const refused = noteChange({ scope: 'goes', text: '被退回的' });
  for (const one of [
    noteChange({ scope: 'stays', text: plain }),
    noteChange({ scope: 'goes', text: secret }),
    attachment('goes', 'photo-1', goneFile),
    attachment('goes', 'photo-2', sharedFile),
    attachment('stays', 'photo-3', sharedFile),
    refused,
    noteChange({ scope: 'stays', text: `${plain}："scope":"goes"` }),
    noteChange({ scope: 'goes', text: secret }),
  ])
    await changes.append({ origin: 'remote', changes: [one] });
  for (const hash of [goneFile, sharedFile]) {
    await fileSystem.mkdir(`/files/${hash.slice(0, 2)}`, { recursive: true });
    const handle = await fileSystem.open(`/files/${hash.slice(0, 2)}/${hash}`, 'w');
    await handle.writeFile(Buffer.from(hash));
    await handle.sync();
    await thumbs.keep(hash, Buffer.from(hash));
  }
  // Of a file that was on its way here a part has come, by either road.
  for (const folder of ['/partial', '/hub-partial']) {
    await fileSystem.mkdir(folder, { recursive: true });
    const handle = await fileSystem.open(`${folder}/${goneFile}`, 'w');
    await handle.writeFile(Buffer.from(secret));
    await handle.sync();
  }
  await journal.close();
  // What earlier starts cut off and set aside: nobody can say any more of which tour it is.
  for (const kind of ['cut', 'damaged']) {
    const handle = await fileSystem.open(`/journal/0000000000000009.journal.${kind}`, 'w');
    await handle.writeFile(Buffer.from(secret));
    await handle.sync();
  }
  return { refused: refused.id };
}

async function everything(fileSystem: FileSystem, path = '/'): Promise<string> {
  let text = '';
  for (const name of await fileSystem.readdir(path)) {
    const inside = `${path === '/' ? '' : path}/${name}`;
    const stat = await fileSystem.stat(inside);
    text += stat.isFile() ? await fileSystem.readFile(inside, 'utf8') : await everything(fileSystem, inside);
  }
  return text;
}

const wanted = (refused: string) => ({ scopes: ['goes'], keep: [refused], files: [goneFile, sharedFile] });

/** What a start finds; how much of the tour that went is left. */
async function look(fileSystem: FileSystem) {
  const { journal, changes, files } = await start(fileSystem);
  const before = journal.sequence;
  const entries = await changes.read(0, 1000);
  await changes.append({ origin: 'local', changes: [noteChange({ scope: 'goes', text: '又给回来了' })] });
  return {
    before,
    after: journal.sequence,
    texts: entries.map(({ change }) => change.fields['text']?.value ?? change.record),
    files: [await files.has(goneFile), await files.has(sharedFile)],
    hasSecret: (await everything(fileSystem)).includes(secret),
  };
}

const gone = {
  before: 8,
  after: 9,
  files: [false, true],
  hasSecret: false,
  texts: [plain, 'photo-3', '被退回的', `${plain}："scope":"goes"`],
};

describe('Taking a tour off the disk', () => {
  it('leaves no word and no file of it, keeps all else, and gives no sequence twice', async () => {
    const { fileSystem } = simulatedDisk();
    const { refused } = await fill(fileSystem);
    const { forgetter, journal } = await start(fileSystem);
    expect(await forgetter.forget(wanted(refused))).toEqual({ ok: true, value: {} });
    await journal.close();
    expect(await look(fileSystem)).toEqual(gone);
    // Given back, it stays: what was taken off is told apart from what came later.
    expect((await look(fileSystem)).texts).toEqual([...gone.texts, '又给回来了']);
  });

  it.each(['kill', 'power cut'] as const)(
    'a %s at any step leaves all of it or, after the next start, nothing',
    async (end) => {
      const untouched = async () => {
        const disk = simulatedDisk();
        const { refused } = await fill(disk.fileSystem);
        return { disk: disk.after('kill', () => 0), refused };
      };
      const found: { readonly isDone: boolean; readonly left: Awaited<ReturnType<typeof look>> }[] = [];
      while (found.at(-1)?.isDone !== true) {
        const { disk, refused } = await untouched();
        const failing = disk.after('kill', () => 0, found.length + 1);
        let isDone = false;
        try {
          const { forgetter } = await start(failing.fileSystem);
          isDone = (await forgetter.forget(wanted(refused))).ok;
        } catch {
          // The machine stopped.
        }
        const left = failing.after(end, () => (found.length % 3) / 3);
        found.push({ isDone, left: await look(left.fileSystem) });
      }
      const all = found.filter(({ left }) => left.hasSecret);
      const none = found.filter(({ left }) => !left.hasSecret);
      expect(none.map(({ left }) => left)).toEqual(none.map(() => gone));
      expect(all.map(({ isDone, left }) => [isDone, left.texts.length, left.files])).toEqual(
        all.map(() => [false, 8, [true, true]]),
      );
      expect(all.length).toBeGreaterThan(3);
      expect(none.length).toBeGreaterThan(8);
    },
  );

  it('what is left of a file that has come in part is found by this test', async () => {
    const { fileSystem } = simulatedDisk();
    const { refused } = await fill(fileSystem);
    const { forgetter } = await start(fileSystem, ['/partial']);
    expect(await forgetter.forget(wanted(refused))).toMatchObject({ ok: true });
    expect((await look(fileSystem)).hasSecret).toBe(true);
  });

  it('what is only hidden from the reader is found by this test', async () => {
    const { fileSystem } = simulatedDisk();
    const { refused } = await fill(fileSystem);
    const { journal, forgetter } = await start(fileSystem);
    // A rewriting that does not reach the disk.
    journal.rewrite = () => Promise.resolve();
    await forgetter.forget(wanted(refused));
    expect((await look(fileSystem)).hasSecret).toBe(true);
  });
});

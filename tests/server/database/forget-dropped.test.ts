import { appendFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packFrames } from '../../../server/database/intake-frame';
import type { IntakeEntry, KeptRows } from '../../../server/database/intake-entry';
import { openIntakeJournal } from '../../../server/database/intake-journal';
import { type FileSystem, nodeFileSystem } from '../../../shared/node/file-system';
import { describeProblem } from '../../../shared/problems';
import { dyingFileSystem } from '../dying-file-system';
import { noteChange } from '../note-change';

const secret = '交了出去就不该再留下的话';
const grant = (tour: string): KeptRows => {
  const row = { scope: 'server', account: 'a', tour, team: '', source: 'given' };
  return { kind: 'rows', table: 'grants', put: [row] };
};
const dropped = (pending: boolean): KeptRows => {
  const row = { scope: 'server', tour: 'tour-1', last: 2, pending, files: '', thumbs: '' };
  return { kind: 'rows', table: 'dropped', put: [row] };
};
const numbered = (number: number, scope: string, text: string): IntakeEntry => ({
  number,
  team: '',
  change: noteChange({ id: `${scope}-${number}`, scope, text }),
});

/** Frames of one and of both tours, the drop, and what came behind it when the tour was given back. */
const frames: readonly (readonly IntakeEntry[])[] = [
  [grant('tour-1'), grant('tour-2'), numbered(1, 'tour-1', secret), numbered(1, 'tour-2', '留下一')],
  [numbered(2, 'tour-1', secret)],
  [numbered(2, 'tour-2', '留下二')],
  [dropped(true)],
  [dropped(false)],
  [grant('tour-1'), numbered(3, 'tour-1', '又来了')],
];
const left: readonly IntakeEntry[] = [
  grant('tour-2'),
  ...frames.flat().slice(3, 4),
  ...frames.slice(2).flat(),
];

let directory: string;
const folder = () => join(directory, 'intake');

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'xunji-intake-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function open(fileSystem: FileSystem = nodeFileSystem) {
  const opened = await openIntakeJournal(directory, fileSystem, () => 'journal-1');
  if (!opened.ok) throw new Error(describeProblem(opened.problem, 'en'));
  return opened.value;
}

async function write(): Promise<void> {
  await rm(directory, { recursive: true });
  const journal = await open();
  for (const entries of frames) await journal.append(packFrames(entries));
  await journal.close();
  // A torn append, which the next start cuts off and keeps, and a file that an earlier one set aside.
  const [first = ''] = await readdir(folder());
  await appendFile(join(folder(), first), `${secret}，断电时正在写`);
  await writeFile(join(folder(), '0000000000000009.journal.damaged'), secret);
}

/** All entries as a start reads them, and whether the words are still in any file. */
async function read() {
  const journal = await open();
  const entries: IntakeEntry[] = [];
  await journal.replay(async (some) => void entries.push(...some));
  const { length } = journal;
  await journal.close();
  const files = await Promise.all(
    (await readdir(folder())).map((name) => readFile(join(folder(), name), 'utf8')),
  );
  return {
    length,
    texts: entries.map((entry) => JSON.stringify(entry)),
    hasWords: files.join('').includes(secret),
  };
}

test('what was dropped is in no file of the intake journal, wherever the machine stops: all else, and its count, stay', async () => {
  const kept = left.map((entry) => JSON.stringify(entry)).toSorted();
  let writings = 0;
  for (let isDone = false; !isDone; writings += 1) {
    await write();
    const { fileSystem, arm } = dyingFileSystem(writings);
    const journal = await open(fileSystem);
    arm();
    isDone = await journal.forgetDropped().then(
      () => true,
      () => false,
    );
    await journal.close();
    const half = await read();
    expect(half.length).toBe(frames.length);
    expect(kept.filter((text) => !half.texts.includes(text))).toEqual([]);
    const again = await open();
    await again.forgetDropped();
    await again.append(packFrames([numbered(3, 'tour-2', '之后')]));
    await again.close();
    const end = await read();
    expect(end.hasWords).toBe(false);
    expect(end.length).toBe(frames.length + 1);
    expect(end.texts.slice(0, -1).toSorted()).toEqual(kept);
  }
  expect(writings).toBeGreaterThan(5);
});

test('would still have it without the rewriting: the test above can fail', async () => {
  await write();
  expect((await read()).hasWords).toBe(true);
});

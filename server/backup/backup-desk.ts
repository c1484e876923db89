import type { Clock } from '../../shared/clock';
import type { FileSystem } from '../../shared/node/file-system';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, describeProblem, problem } from '../../shared/problems';
import {
  type BackupChecked,
  type BackupsView,
  clockJumped,
  filesDamaged,
} from '../../shared/protocol/backups';
import { lockDirectory } from '../lock-directory';
import { type BackupFolder, openBackupFolder, readName } from './backup-folder';
import { type BackupRhythm, startBackupRhythm } from './backup-rhythm';
import { checkBackup } from './check-backup';
import { findClockJump } from './clock-jump';
import { setDamagedAside } from './set-damaged-aside';
import { timeOfState } from './time-of-state';

/** What administrators are shown of the backups, and may ask of them. */
export interface BackupDesk {
  describe(): Promise<BackupsView>;
  /** Begins one, or has one follow the one that is under way. */
  begin(): Outcome<null>;
  check(state: string, identity: string): Promise<Outcome<BackupChecked>>;
}

/** More states than two days of a rhythm of five minutes and 400 days beyond. */
const statesShown = 1000;

/** More names than anybody reads; how many there are is told beside them. */
const brokenNamed = 100;

/** The desk of a server that was given no folder: it says so. */
export const noBackups: BackupDesk = {
  describe: async () => ({
    target: null,
    isRunning: false,
    failedAt: '',
    problem: null,
    damaged: null,
    jump: null,
    states: [],
  }),
  begin: () => fail(problem('backup.notSet')),
  check: async () => fail(problem('backup.notSet')),
};

/** Makes backups by themselves from `start` on; `stop` waits for the one that is under way. */
export function openBackupDesk(
  target: { readonly directory: string; readonly minutes: number },
  machine: {
    readonly fileSystem: FileSystem;
    readonly clock: Clock;
    /** Hears of a clock that jumped since the backup before, and of attachments that are newly damaged. */
    readonly say: (problem: Problem) => void;
  },
  makeBackup: () => Promise<Outcome<{ readonly damaged: readonly string[] }>>,
  onFailure: (error: unknown) => void,
): BackupDesk & { start(): void; stop(): Promise<void> } {
  let failed: Pick<BackupsView, 'failedAt' | 'problem'> = { failedAt: '', problem: null };
  let damaged: BackupsView['damaged'] = null;
  const { directory, minutes } = target;
  const folder = () => openBackupFolder(machine.fileSystem, directory, '');
  // A share that is away must not hide that it is: the last failure says so.
  const statesThere = () =>
    folder().then(
      (opened) => opened.states(),
      () => [],
    );
  let rhythm: BackupRhythm | null = null;
  const run = async () => {
    const made = await makeBackup();
    if (!made.ok) return fails(describeProblem(made.problem, 'en'), made.problem);
    failed = { failedAt: '', problem: null };
    const before = damaged?.count ?? 0;
    const [first] = made.value.damaged;
    damaged = first === undefined ? null : { count: made.value.damaged.length, first };
    if (damaged && damaged.count > before) machine.say(filesDamaged(damaged));
    const jump = findClockJump((await statesThere()).slice(-2));
    if (jump) machine.say(clockJumped(jump));
  };
  function fails(error: unknown, why: Problem | null = null): void {
    failed = { failedAt: new Date(machine.clock()).toISOString(), problem: why };
    onFailure(error);
  }
  return {
    start: () => void (rhythm = startBackupRhythm(run, minutes, (error) => fails(error))),
    stop: async () => rhythm?.stop(),
    async describe() {
      const ids = await statesThere();
      const states = ids.toReversed().slice(0, statesShown);
      return {
        target: { directory, minutes },
        isRunning: rhythm?.isRunning ?? false,
        ...failed,
        damaged,
        jump: findClockJump(ids),
        states: states.map((id) => ({ id, at: timeOfState(id) })),
      };
    },
    begin() {
      rhythm?.runNow();
      return succeed(null);
    },
    async check(state, identity) {
      const opened = await folder();
      if (!(await opened.states()).includes(state)) return fail(problem('backup.none', { directory }));
      return identity === ''
        ? succeed(await lookFor(opened, state))
        : read(opened, state, identity, directory);
    },
  };
}

/** Without the key: whether everything that a state names is there. Bytes that were changed stay unseen. */
async function lookFor(folder: BackupFolder, state: string): Promise<BackupChecked> {
  const named = await folder.namesOf(state);
  const broken: string[] = [];
  for (const { kind, sha256 } of named)
    if (!(await folder.has(kind, sha256))) broken.push(`${kind}/${sha256}`);
  const files = named.filter(({ kind }) => kind === 'blobs').length;
  return { isRead: false, changes: 0, files, ...told(broken) };
}

async function read(
  folder: BackupFolder,
  state: string,
  identity: string,
  directory: string,
): Promise<Outcome<BackupChecked>> {
  if (!/^AGE-SECRET-KEY-1[0-9A-Z]+$/.test(identity))
    return fail(problem('backup.keyUnreadable', { fault: 'AGE-SECRET-KEY-1' }));
  const manifest = await folder.readState(state, identity).catch(() => null);
  if (!manifest) return fail(problem('backup.none', { directory }));
  const broken = await checkBackup(folder, manifest, identity);
  // Where that does not go they are told all the same.
  await makeRoom(folder, directory, broken, identity).catch(() => undefined);
  const changes = manifest.tables.find(({ name }) => name === 'changes')?.entries ?? 0;
  return succeed({ isRead: true, changes, files: manifest.blobs.length, ...told(broken) });
}

/** So that the next backup writes anew what is damaged. One that is being written may name it already: then with the next check. */
async function makeRoom(
  folder: BackupFolder,
  directory: string,
  broken: readonly string[],
  identity: string,
): Promise<void> {
  const lock = await lockDirectory(directory);
  if (!lock.ok) return;
  try {
    await setDamagedAside(folder, broken.flatMap(readName), identity);
  } finally {
    await lock.value.release();
  }
}

function told(broken: readonly string[]): Pick<BackupChecked, 'broken' | 'brokenCount'> {
  return { broken: broken.slice(0, brokenNamed), brokenCount: broken.length };
}

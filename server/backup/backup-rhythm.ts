/** Backups one after another. */
export interface BackupRhythm {
  readonly isRunning: boolean;
  /** Makes one at once, unless one is under way. */
  runNow(): void;
  /** Resolves when the one that is under way has ended; no other follows. */
  stop(): Promise<void>;
}

/**
 * Makes a backup at once and then `minutes` after each has ended: never two beside each other, and a share that is away for an
 * hour costs one backup and not twelve. A failure is told and the next one follows all the same.
 */
export function startBackupRhythm(
  makeBackup: () => Promise<unknown>,
  minutes: number,
  onFailure: (error: unknown) => void,
): BackupRhythm {
  let isStopped = false;
  let isRunning = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = () => {
    isRunning = true;
    running = makeBackup()
      .then(() => undefined, onFailure)
      .then(() => {
        isRunning = false;
        if (!isStopped) timer = setTimeout(run, minutes * 60_000);
      });
  };
  run();
  return {
    get isRunning() {
      return isRunning;
    },
    runNow() {
      if (isRunning || isStopped) return;
      clearTimeout(timer);
      run();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Backups one after another. */
export interface BackupRhythm {
  readonly isRunning: boolean;
  /** Makes one at once; after the one that is under way, which may have read already what the new one is for. */
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
  let isWanted = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = () => {
    isRunning = true;
    isWanted = false;
    running = makeBackup()
      .then(() => undefined, onFailure)
      .then(() => {
        isRunning = false;
        if (isStopped) return;
        if (isWanted) run();
        else timer = setTimeout(run, minutes * 60_000);
      });
  };
  run();
  return {
    get isRunning() {
      return isRunning;
    },
    runNow() {
      isWanted = true;
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

interface Progress<Stage extends string> {
  readonly stage: Stage;
  readonly unsent: number;
  readonly filesPending: number;
  readonly refused: number;
  readonly held: number;
}

/** What to say of the sync: "in sync" only when nothing is left to send or to fetch, and nothing was refused or is held. */
export function shownStage<Stage extends string>(status: Progress<Stage>): Stage | 'waiting' | 'trouble' {
  if (status.stage !== 'idle') return status.stage;
  if (status.refused + status.held > 0) return 'trouble';
  return status.unsent > 0 || status.filesPending > 0 ? 'waiting' : status.stage;
}

/** The sync does not work though nothing waits for it: nobody is to be told that words of his did not go. */
export function isOnlyBlocked<Stage extends string>(status: Progress<Stage>): boolean {
  const isTrouble = shownStage(status) === 'trouble';
  return isTrouble && status.unsent + status.filesPending + status.refused + status.held === 0;
}

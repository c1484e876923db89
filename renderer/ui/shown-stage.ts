interface Progress<Stage extends string> {
  readonly stage: Stage;
  readonly unsent: number;
  readonly filesPending: number;
}

/** What to say of the sync: "in sync" only when nothing is left to send or to fetch. */
export function shownStage<Stage extends string>(status: Progress<Stage>): Stage | 'waiting' {
  const left = status.unsent > 0 || status.filesPending > 0;
  return status.stage === 'idle' && left ? 'waiting' : status.stage;
}

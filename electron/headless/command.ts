/** Where a command writes what people read. Passed in, so that tests can listen. */
export interface CommandOutput {
  out(text: string): void;
  err(text: string): void;
}

/** A headless command: its arguments without its name; answers with the exit code (0 done, 1 failed, 2 called wrongly). */
export type Command = (args: readonly string[], io: CommandOutput) => Promise<number>;

import type { Clock, RandomBytes } from '../../shared/clock';
import type { FileSystem } from '../../shared/node/file-system';
import type { Outcome } from '../../shared/outcome';

export interface CommandMachine {
  readonly fileSystem: FileSystem;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly environment: NodeJS.ProcessEnv;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A command of the server. Throws for options that are not valid; what may go wrong with valid ones is a problem. */
export type Command = (args: readonly string[], machine: CommandMachine) => Promise<Outcome<null>>;

import type { Clock, RandomBytes } from '../../shared/clock';
import type { FileSystem } from '../../shared/node/file-system';
import type { Outcome } from '../../shared/outcome';
import type { BlobStore } from '../files/blob-store';
import type { Database } from '../database/database';

/** What a command works on. */
export interface CommandOffice {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly directory: string;
  /** How laptops reach this office and by what they know it; null where nobody has said so. */
  readonly door: { readonly serverUrl: string; readonly authorityHash: string } | null;
  /** Has the running server that does the command make a backup; absent where none does it, or it makes none. */
  readonly beginBackup?: () => void;
}

export interface CommandMachine {
  readonly fileSystem: FileSystem;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly environment: NodeJS.ProcessEnv;
  /** Where the command was typed: what its paths are relative to. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The office of a running server, where the command is done by it; else its database is opened for the command. */
  readonly office?: CommandOffice;
}

/** Who acts on the command line, as the audit log says it: whoever has the machine. */
export const commandLine = { account: 'command line', device: '' } as const;

/** A command of the server. Throws for options that are not valid; what may go wrong with valid ones is a problem. */
export type Command = (args: readonly string[], machine: CommandMachine) => Promise<Outcome<null>>;

import { type Outcome, fail, succeed } from '../../shared/outcome';
import type { TransferSettings } from '../../shared/protocol/transfers';
import type { Database } from './database';
import { databaseProblem } from './database-problem';
import { moveFiles } from './move-files';

export interface FileLoop {
  /** How it went the last time. */
  last(): Outcome<null>;
  /** Moves what is to be moved; once more afterwards where it is doing so already. Nobody waits for it. */
  go(): void;
}

/** Files go beside the exchanges, never before one: text never waits for a picture. */
export function createFileLoop(
  database: Database,
  settings: () => TransferSettings,
  onEnd: () => void,
): FileLoop {
  let last: Outcome<null> = succeed(null);
  let moving = false;
  let again = false;
  async function run(): Promise<void> {
    moving = true;
    do {
      again = false;
      // The database may be closed at any time (a full disk); the loop must outlive that.
      last = await moveFiles(database, settings()).catch((error: unknown) => fail(databaseProblem(error)));
    } while (again && last.ok);
    moving = false;
    onEnd();
  }
  return {
    last: () => last,
    go() {
      if (moving) again = true;
      else void run();
    },
  };
}

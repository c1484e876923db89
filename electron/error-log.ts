import { appendFileSync, renameSync, statSync } from 'node:fs';

const limitBytes = 2 << 20;

/** A text file of errors, kept small by starting a new one; the one before is kept. Never throws: a log must not break what it watches. */
export function errorLog(path: string, now: () => string): (where: string, error: unknown) => void {
  return (where, error) => {
    try {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > limitBytes)
        renameSync(path, `${path}.old`);
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      appendFileSync(path, `${now()} ${where}: ${text}\n`);
    } catch {
      process.stderr.write(`the log cannot be written: ${path}\n`);
    }
  };
}

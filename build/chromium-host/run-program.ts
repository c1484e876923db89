import { execFile } from 'node:child_process';

/** Runs a program and gives its output without the last line end; undefined when it is missing or fails. */
export function runProgram(command: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, args, { encoding: 'utf8', windowsHide: true }, (error, stdout) =>
      resolve(error ? undefined : stdout.replace(/\r?\n$/, '')),
    );
  });
}

import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { projectRoot } from './project-root';

export interface ProgramResult {
  readonly code: number;
  readonly output: string;
}

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Shows the program's output as it comes. */
  readonly show?: boolean;
  /** The program and all that it starts give way to others. */
  readonly givesWay?: boolean;
}

/** Runs a program to its end in the project's folder; resolves with its exit code and everything it printed. */
export function runProgram(
  command: string,
  args: readonly string[],
  { env = {}, show = false, givesWay = false }: ProgramOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot(),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (givesWay && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const chunks: Buffer[] = [];
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** A package's command line, run by this Node: works the same on Windows, without a shell. */
export function runPackage(
  script: string,
  args: readonly string[],
  options?: ProgramOptions,
): Promise<ProgramResult> {
  return runProgram(process.execPath, [`${projectRoot()}/node_modules/${script}`, ...args], options);
}

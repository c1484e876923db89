import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ForkOptions } from 'electron';
import { guard } from './guard';
import { GuardedEmitter } from './guarded-emitter';

/** A started utility process: a Node process whose `process.parentPort` is one end of a channel. */
class UtilityProcess extends GuardedEmitter {
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  private readonly child: ChildProcess;

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super('UtilityProcess', ['spawn', 'exit', 'message', 'error']);
    const stdio = options.stdio === 'pipe' || options.stdio === 'ignore' ? options.stdio : 'inherit';
    this.child = fork(join(__dirname, 'utility.cjs'), [modulePath, ...args], {
      cwd: options.cwd,
      env: { ...(options.env ?? process.env), XUNJI_HOST_UTILITY: '1' },
      execArgv: options.execArgv ?? [],
      // Maps, dates and bytes travel as Electron's structured clone would carry them.
      serialization: 'advanced',
      stdio: [stdio === 'pipe' ? 'pipe' : 'ignore', stdio, stdio, 'ipc'],
    });
    this.stdout = this.child.stdout;
    this.stderr = this.child.stderr;
    this.child.on('spawn', () => this.emit('spawn'));
    this.child.on('message', (data) => this.emit('message', data));
    this.child.on('exit', (code) => this.emit('exit', code ?? 1));
    this.child.on('error', (error) => this.emit('error', 'FatalError', '', error.message));
  }

  get pid(): number | undefined {
    return this.child.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined;
  }

  postMessage(message: unknown): void {
    if (this.child.connected) this.child.send(message as object);
  }

  kill(): boolean {
    return this.child.kill();
  }
}

export function createUtilityProcess(): object {
  return guard('utilityProcess', {
    fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) =>
      new UtilityProcess(modulePath, args, options),
  });
}

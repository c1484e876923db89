import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../build/steps/project-root';

/** A peer's server in a process of its own. */
export interface Peer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a script of bench/peers on a folder; resolves when it says that it is ready. */
export async function startPeer(script: string, folder: string): Promise<Peer> {
  const path = join(projectRoot(), 'bench/peers', script);
  const child: ChildProcess = spawn(process.execPath, [path, folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      const ready = /ready (\S+)/.exec(String(chunk));
      if (ready?.[1]) resolve(ready[1]);
    });
    void ended.then(() => reject(new Error(`${script} ended`)));
  });
  return {
    url,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

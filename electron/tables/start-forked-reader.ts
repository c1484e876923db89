import { fork } from 'node:child_process';
import { readerListener } from './reader-listener';
import { type ReaderProcess, readerHeapMegabytes } from './reader-process';

/** A reader where there is no Electron: a Node process without the environment of this one, and without its standard streams. */
export function startForkedReader(
  script: string,
): () => ReaderProcess & { readonly pid: number | undefined } {
  return () => {
    const child = fork(script, {
      execArgv: [`--max-old-space-size=${readerHeapMegabytes}`],
      env: {},
      // Bytes travel as they are; JSON would make them ten times as long.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const { listen, message, end } = readerListener();
    child.on('message', message);
    child.on('exit', end);
    child.on('error', end);
    return {
      pid: child.pid,
      listen,
      // What cannot be sent any more is told by the end of the process.
      post: (task) => void (child.connected && child.send(task as object, () => undefined)),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}

import { fork } from 'node:child_process';
import { type StartReader, readerHeapMegabytes } from './reader-process';

/** A reader where there is no Electron: a Node process without the environment of this one, and without its standard streams. */
export function startForkedReader(script: string): StartReader {
  return () => {
    const child = fork(script, {
      execArgv: [`--max-old-space-size=${readerHeapMegabytes}`],
      env: {},
      // Bytes travel as they are; JSON would make them ten times as long.
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let ended = false;
    const listeners: (() => void)[] = [];
    const end = () => {
      if (ended) return;
      ended = true;
      for (const listener of listeners) listener();
    };
    child.on('exit', end);
    child.on('error', end);
    return {
      post: (message) => {
        if (child.connected) child.send(message as object, () => undefined);
      },
      onMessage: (listener) => child.on('message', listener),
      onEnd: (listener) => (ended ? listener() : listeners.push(listener)),
      kill: () => child.kill('SIGKILL'),
    };
  };
}

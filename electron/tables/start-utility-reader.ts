import { utilityProcess } from 'electron';
import { readerListener } from './reader-listener';
import { type StartReader, readerHeapMegabytes } from './reader-process';

/** A reader as Electron's utility process: no window, and nothing of the environment. */
export function startUtilityReader(script: string): StartReader {
  return () => {
    const child = utilityProcess.fork(script, [], {
      serviceName: 'Xunji table reader',
      execArgv: [`--max-old-space-size=${readerHeapMegabytes}`],
      env: {},
      stdio: 'ignore',
    });
    const { listen, message, end } = readerListener();
    child.on('message', message);
    child.once('exit', end);
    return {
      listen,
      post: (task) => child.postMessage(task),
      kill: () => void child.kill(),
    };
  };
}

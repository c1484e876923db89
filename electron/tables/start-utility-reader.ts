import { utilityProcess } from 'electron';
import { type StartReader, readerHeapMegabytes } from './reader-process';

/** A reader as Electron's utility process: no window, no network of ours, and nothing of the environment. */
export function startUtilityReader(script: string): StartReader {
  return () => {
    const child = utilityProcess.fork(script, [], {
      serviceName: 'Xunji table reader',
      execArgv: [`--max-old-space-size=${readerHeapMegabytes}`],
      env: {},
      stdio: 'ignore',
    });
    return {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', listener),
      onEnd: (listener) => child.once('exit', () => listener()),
      kill: () => void child.kill(),
    };
  };
}

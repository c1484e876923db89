import { utilityProcess } from 'electron';
import { readerListener } from '../tables/reader-listener';
import type { StartHubProcess } from './hub-child';
import { logStderr } from './log-stderr';

/**
 * The server as Electron's utility process, so that neither the window nor main waits for its database. What it says on its standard
 * error, and an exit code other than 0, are told to `onError`.
 */
export function startUtilityHub(
  script: string,
  onError: (where: string, error: unknown) => void,
): StartHubProcess {
  return (args, name) => {
    const child = utilityProcess.fork(script, [...args], {
      serviceName: 'Xunji team hub',
      env: { XUNJI_OFFICE_NAME: name },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const { listen, message, end } = readerListener();
    child.on('message', message);
    if (child.stderr) logStderr(child.stderr, (text) => onError('hub process', text));
    child.once('exit', (code) => {
      if (code !== 0) onError('hub process', `ended with exit code ${code}`);
      end();
    });
    return {
      listen,
      post: (task) => child.postMessage(task),
      kill: () => void child.kill(),
    };
  };
}

import { utilityProcess } from 'electron';
import { readerListener } from '../tables/reader-listener';
import type { StartHubProcess } from './hub-child';

/** The server as Electron's utility process, so that neither the window nor main waits for its database. */
export function startUtilityHub(script: string): StartHubProcess {
  return (args, name) => {
    const child = utilityProcess.fork(script, [...args], {
      serviceName: 'Xunji team hub',
      env: { XUNJI_OFFICE_NAME: name },
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

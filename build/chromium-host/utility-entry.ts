import { pathToFileURL } from 'node:url';
import { GuardedEmitter } from './guarded-emitter';

/** The child's end of the channel, as Electron gives it to utility processes. */
class ParentPort extends GuardedEmitter {
  constructor() {
    super('parentPort', ['message']);
    process.on('message', (data) => this.emit('message', { data, ports: [] }));
  }

  postMessage(message: unknown): void {
    process.send?.(message);
  }
}

const [node = '', , modulePath = '', ...args] = process.argv;
process.argv = [node, modulePath, ...args];
Object.assign(process, { type: 'utility', parentPort: new ParentPort() });
// The app may have been killed without a word: its helpers must not outlive it.
process.on('disconnect', () => process.exit(1));
import(pathToFileURL(modulePath).href).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});

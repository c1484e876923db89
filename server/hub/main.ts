import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { nodeFileSystem } from '../../shared/node/file-system';
import { problem } from '../../shared/problems';
import { type HubMessage, hubTaskSchema } from '../../shared/protocol/hub-process';
import { errorCode } from '../../shared/node/durable-file';
import { readSettings } from '../settings';
import { startServer } from '../start-server';
import { placesIn } from '../places-in';
import { finishDrops } from './finish-drops';
import { carryShared, runHubTask } from './run-hub-task';

/**
 * The server as the hub of a team: a process of the app, which tells it what to do. Always with TLS, under an authority of its own.
 * Runs as Electron's utility process and as a plain child of Node.
 */

interface Port {
  on(name: 'message', listener: (message: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const port = (process as { readonly parentPort?: Port }).parentPort;

const machine = {
  fileSystem: nodeFileSystem,
  clock: Date.now,
  random: (length: number) => randomBytes(length),
  onFatal(error: unknown) {
    complain(error);
    if (error instanceof Error && error.cause !== undefined) complain(error.cause);
    process.exit(70);
  },
};
const settings = { ...readSettings(process.argv.slice(2), process.env), alwaysTls: true, log: 'silent' };
const started = await startOnFreePort();
if (started.ok) {
  const { office, app, address, authorityHash, stop } = started.value;
  // What a full disk stops now is done with the next drop or start: a hub that does not start would help nobody.
  await finishDrops(office).catch(complain);
  await carryShared(office);
  let last: Promise<unknown> = Promise.resolve();
  // One after another: the first ones make the hub's accounts.
  listen((message) => {
    const { id, task } = hubTaskSchema.parse(message);
    if (task.kind === 'stop') void stop().then(() => process.exit(0));
    else
      last = last
        .then(() => runHubTask(office, task))
        .catch((error: unknown) => {
          complain(error);
          return { problem: problem('internal.bug') };
        })
        .then((answer) => say({ kind: 'answer', id, answer }));
  });
  const { port: taken } = app.server.address() as AddressInfo;
  say({ kind: 'ready', port: taken, serverUrl: address, authorityHash: authorityHash ?? '' });
} else {
  say({ kind: 'failed', problem: started.problem });
}

/** The port of the last time, so that laptops which know the hub find it again; another one where somebody took it. */
async function startOnFreePort(): ReturnType<typeof startServer> {
  try {
    return await startServer(settings, machine);
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE') throw error;
    return startServer({ ...settings, port: 0 }, machine);
  }
}

function listen(hear: (message: unknown) => void): void {
  if (port) port.on('message', ({ data }) => hear(data));
  else process.on('message', hear).on('disconnect', () => process.exit(1));
}

function say(message: HubMessage): void {
  if (port) port.postMessage(message);
  else process.send?.(message);
}

/** Standard error is what the app writes into its log: kind and place, never the message, which may quote what somebody typed. */
function complain(error: unknown): void {
  const { name, stack } = error instanceof Error ? error : new Error('not an error');
  process.stderr.write(`${name} ${errorCode(error)}\n${placesIn(stack)}\n`);
}

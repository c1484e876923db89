import pg from 'pg';
import { readSettings } from '../../server/settings';
import { startServer } from '../../server/start-server';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { faultyFileSystem, fileSystemWithoutFsync } from './faulty-file-system';

/**
 * The server as it is, on a machine that lies. `early`, the sabotage of the kill tests: it says of each write to the intake journal, and
 * of each commit, that it is done, and does it a moment later, so that the server acknowledges what a kill still takes away.
 * `unflushed`: nothing is ever flushed, as a power cut would show.
 */
const isEarly = process.env['XUNJI_SABOTAGE'] !== 'unflushed';
const lateMillis = 400;

const lateWrites = faultyFileSystem((handle, path) => {
  if (!path.includes('intake')) return {};
  return {
    write: ((bytes: Uint8Array, from: number, length: number, position: number) => {
      const copy = Buffer.from(bytes.subarray(from, from + length));
      void sleep(lateMillis).then(() => handle.write(copy, 0, copy.length, position));
      return Promise.resolve({ bytesWritten: length, buffer: bytes });
    }) as typeof handle.write,
    datasync: () => Promise.resolve(),
  };
});

type AnyQuery = (this: pg.Client, ...args: readonly unknown[]) => Promise<unknown>;
const query = pg.Client.prototype.query as unknown as AnyQuery;
const committing = new WeakMap<pg.Client, Promise<unknown>>();
Reflect.set(pg.Client.prototype, 'query', function lateCommit(this: pg.Client, ...args: unknown[]) {
  const before = committing.get(this);
  if (!isEarly || args[0] !== 'commit')
    return before ? before.then(() => query.apply(this, args)) : query.apply(this, args);
  const later = sleep(lateMillis).then(() => query.apply(this, args));
  committing.set(this, later);
  return Promise.resolve();
});

const started = await startServer(readSettings(process.argv.slice(2), process.env), {
  fileSystem: isEarly ? lateWrites : fileSystemWithoutFsync,
  clock: Date.now,
  random: (length) => randomBytes(length),
  onFatal: (error) => {
    throw error;
  },
});
if (!started.ok) throw new Error(started.problem.code);
process.stdout.write(`Xunji server ready ${started.value.address}\n`);

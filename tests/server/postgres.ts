import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { testFolder } from './test-folder';

const run = promisify(execFile);

export interface TestPostgres {
  readonly url: string;
  /** Null where DATABASE_URL names a PostgreSQL that somebody else runs. */
  readonly directory: string | null;
  /** kill -9 of the postmaster and of every backend, as an out-of-memory killer does it. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The sabotage of power cuts: from now on it waits for no disk, although it was found durable when the server opened it. */
  forgetDurability(): Promise<void>;
}

/**
 * A real PostgreSQL for tests: DATABASE_URL, else a private cluster of an installed one on a free port of 127.0.0.1.
 * Throws with the command to type where none is installed: a test on PostgreSQL is never skipped.
 */
export async function startPostgres(parent?: string): Promise<TestPostgres> {
  const given = process.env.DATABASE_URL;
  if (given && parent === undefined) return givenPostgres(given);
  const bin = await findBin();
  const owner = await findOwner();
  const directory = await mkdtemp(join(parent ?? testFolder(), 'xunji-postgres-'));
  if (owner) await chown(directory, owner.uid, owner.gid);
  const data = join(directory, 'data');
  await run(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'xunji', '-E', 'UTF8', '--no-sync'], {
    ...owner,
    cwd: directory,
  });
  return servePostgres(bin, data, owner, () => rm(directory, { recursive: true, force: true }));
}

/** Serves a cluster that exists already, for instance the one that a power cut left behind. */
export async function servePostgres(
  bin: string,
  data: string,
  owner: Owner | null,
  remove: () => Promise<void>,
): Promise<TestPostgres> {
  const port = await freePort();
  const url = `postgres://xunji@127.0.0.1:${port}/postgres`;
  let child: ChildProcess | null = null;
  const postgres: TestPostgres = {
    url,
    directory: data,
    async start() {
      const settings = [
        '-p',
        String(port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
      ];
      child = spawn(join(bin, 'postgres'), ['-D', data, ...settings], {
        ...owner,
        cwd: data,
        stdio: 'ignore',
      });
      await answering(url, child);
    },
    async kill() {
      const postmaster = Number.parseInt(await readFile(join(data, 'postmaster.pid'), 'utf8'), 10);
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      for (const pid of [postmaster, ...(await childrenOf(postmaster))]) kill(pid);
      await ended;
      child = null;
    },
    async forgetDurability() {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query('alter system set fsync = off');
      await client.query('select pg_reload_conf()');
      await client.end();
    },
    async stop() {
      if (child) {
        const ended = new Promise((resolve) => child?.once('exit', resolve));
        child.kill('SIGINT');
        await ended;
      }
      await remove();
    },
  };
  await postgres.start();
  return postgres;
}

/**
 * Reads a cluster that nobody serves, with the one process that PostgreSQL has for that: it recovers like any start, and is much
 * quicker. `query` follows a select. A copy of a cluster: what it leaves is not durable.
 */
export async function readCluster(
  bin: string,
  data: string,
  owner: Owner | null,
  query: string,
): Promise<readonly (readonly string[])[]> {
  await rm(join(data, 'postmaster.pid'), { force: true }); // of the one that it was copied from
  const result = join(data, 'result.txt');
  const reading = execFile(join(bin, 'postgres'), ['--single', '-F', '-D', data, 'postgres'], {
    ...owner,
    cwd: data,
  });
  reading.stdin?.end(`copy (select ${query}) to '${result}'\n`);
  await new Promise((resolve) => reading.once('exit', resolve));
  const lines = (await readFile(result, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => line.split('\t'));
}

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then as the user postgres, else as nobody. */
export async function findOwner(): Promise<Owner | null> {
  if (process.getuid?.() !== 0) return null;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return user ? { uid: Number(user[2]), gid: Number(user[3]) } : null;
}

/** The directory of an installed PostgreSQL's programs: Debian's, Windows', else the one in PATH. */
export async function findBin(): Promise<string> {
  const roots = ['/usr/lib/postgresql', 'C:\\Program Files\\PostgreSQL'];
  const versions = await Promise.all(
    roots.map(async (root) =>
      (await readdir(root).catch(() => []))
        .sort((a, b) => Number(b) - Number(a))
        .map((name) => join(root, name, 'bin')),
    ),
  );
  for (const bin of [...versions.flat(), ...(process.env.PATH ?? '').split(delimiter)]) {
    const program = join(bin, process.platform === 'win32' ? 'initdb.exe' : 'initdb');
    if (await stat(program).catch(() => null)) return dirname(program);
  }
  throw new Error(
    'No PostgreSQL found for the tests. Type: sudo apt-get install -y postgresql (or set DATABASE_URL)',
  );
}

function givenPostgres(url: string): TestPostgres {
  const refuse = () => Promise.reject(new Error('This PostgreSQL is not ours to stop.'));
  return {
    url,
    directory: null,
    kill: refuse,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    forgetDurability: refuse,
  };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100)); // starting, or recovering after a kill
    }
  }
  throw new Error('PostgreSQL did not answer within 30 seconds');
}

async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.split('\n').map(Number).filter(Boolean);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it went with its postmaster
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

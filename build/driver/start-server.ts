import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { askDoor } from '../../server/door/ask-door';
import { nodeFileSystem } from '../../shared/node/file-system';
import { type JoinCard, joinCardSchema } from '../../shared/protocol/join-card';
import { projectRoot } from '../steps/project-root';
import { serverArguments } from '../steps/server-arguments';

export interface RunningServer {
  readonly url: string;
  /** The administrator that the driver made; joins every laptop that is not told otherwise. */
  readonly administrator: { readonly login: string; readonly password: string };
  /** A command of the server (`user list`), done by this one; gives what it printed. */
  run(...args: readonly string[]): Promise<string>;
  /** A card for a new laptop of the administrator, or of another login that exists; `url` where a proxy stands before the server. */
  card(options?: { readonly login?: string; readonly url?: string }): Promise<JoinCard>;
  readonly process: ChildProcess;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
  /** As a crash would: kill -9. */
  kill(): Promise<void>;
}

const patienceMillis = 120_000;

/** Of offices that hold samples only. */
export const samplePassword = 'a sample password';

/** Lets a server offer sign-in at an identity provider: one that nobody reaches, where none is named. */
export function withProvider(issuer = 'https://sign-in.invalid'): Readonly<Record<string, string>> {
  return {
    XUNJI_OIDC_ISSUER: issuer,
    XUNJI_OIDC_CLIENT_ID: 'xunji',
    XUNJI_OIDC_CLIENT_SECRET: 'a sample secret',
    XUNJI_ADDRESS: 'https://office.invalid',
  };
}

const administrator = { login: 'admin', password: samplePassword };

/** Starts the built central server on a data directory and a free port; resolves when it is ready. */
export async function startServer(
  data: string,
  options: {
    readonly port?: number;
    readonly databaseUrl?: string;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<RunningServer> {
  const child = spawn(process.execPath, [...serverArguments, join(projectRoot(), 'dist/server/main.js')], {
    env: {
      ...process.env,
      XUNJI_DATA: data,
      XUNJI_PORT: String(options.port ?? 0),
      XUNJI_HOST: '127.0.0.1',
      DATABASE_URL: options.databaseUrl ?? '',
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whoever started it may end by an error; a server left behind would hold its directory.
  process.once('exit', () => child.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await readyLine(child);
  const run = (...args: readonly string[]) => runIn(data, args);
  const listed = await run('user', 'list');
  if (listed === '')
    await run('user', 'add', administrator.login, '--name', '管理员', '--role', 'administrator');
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    administrator,
    run,
    async card({ login = administrator.login, url: named = url } = {}) {
      const [code = ''] = (await run('enrol', login)).split('\n');
      return joinCardSchema.parse({ serverUrl: named, code, authorityHash: '' });
    },
    process: child,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** Through the door of the running server, without a process of its own. */
async function runIn(data: string, args: readonly string[]): Promise<string> {
  const environment = { XUNJI_PASSWORD: administrator.password };
  const reply = await askDoor(data, { args: [...args], cwd: projectRoot(), environment }, nodeFileSystem);
  if (reply?.code !== 0) throw new Error(`${args.join(' ')}: ${reply ? reply.err : 'no server answers'}`);
  return reply.out;
}

function readyLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const late = setTimeout(
      () => reject(new Error(`the server was not ready in time:\n${output}`)),
      patienceMillis,
    );
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /^Xunji server ready (\S+)$/m.exec(output);
      if (!ready?.[1]) return;
      clearTimeout(late);
      resolve(ready[1]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the server ended with code ${code}:\n${output}`));
    });
  });
}

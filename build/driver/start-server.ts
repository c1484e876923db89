import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../steps/project-root';

export interface RunningServer {
  readonly url: string;
  readonly officeKey: string;
  readonly process: ChildProcess;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
  /** As a crash would: kill -9. */
  kill(): Promise<void>;
}

const patienceMillis = 120_000;

/** Starts the built central server on a data directory and a free port; resolves when it is ready. */
export async function startServer(
  data: string,
  options: { readonly port?: number; readonly databaseUrl?: string } = {},
): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(projectRoot(), 'dist/server/main.js')], {
    env: {
      ...process.env,
      XUNJI_DATA: data,
      XUNJI_PORT: String(options.port ?? 0),
      XUNJI_HOST: '127.0.0.1',
      XUNJI_OFFICE_KEY: '',
      DATABASE_URL: options.databaseUrl ?? '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whoever started it may end by an error; a server left behind would hold its directory.
  process.once('exit', () => child.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { url, keyFile } = await readyLine(child);
  const officeKey = (await readFile(keyFile, 'utf8')).trim();
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { url, officeKey, process: child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

function readyLine(child: ChildProcess): Promise<{ readonly url: string; readonly keyFile: string }> {
  return new Promise((resolve, reject) => {
    let output = '';
    const late = setTimeout(
      () => reject(new Error(`the server was not ready in time:\n${output}`)),
      patienceMillis,
    );
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /^Xunji server ready (\S+) office-key-file=(.+)$/m.exec(output);
      if (!ready?.[1] || !ready[2]) return;
      clearTimeout(late);
      resolve({ url: ready[1], keyFile: ready[2] });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the server ended with code ${code}:\n${output}`));
    });
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../../build/steps/project-root';

const root = projectRoot();
const outDirs = { sound: join(root, 'dist/test-server'), careless: join(root, 'dist/test-careless-server') };
const entries = {
  sound: join(root, 'server/main.ts'),
  careless: join(root, 'tests/server/careless-main.ts'),
};
const built: Partial<Record<keyof typeof entries, Promise<unknown>>> = {};

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to its ready line. */
  readonly startMillis: number;
  /** The processor time of that, which other programs on the machine do not change. */
  readonly startCpuMillis: number;
  /** What it has said on stdout by now. */
  output(): string;
  /** Resolves when the process is gone. */
  readonly ended: Promise<number | string>;
  /** Sends the signal and resolves with the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

export interface ProcessOptions {
  readonly directory: string;
  readonly databaseUrl?: string;
  /** What the settings say beside. */
  readonly env?: Readonly<Record<string, string>>;
  /** A free one where none is given. */
  readonly port?: number;
  /** A program and its arguments to run node under, for instance strace. */
  readonly under?: readonly string[];
  /** The server with a safeguard taken out: see careless-main.ts. */
  readonly sabotage?: 'early' | 'unflushed';
}

/** The server as it is shipped: bundled from what is checked out, in a process of its own, on a free port. */
export async function startProcess(options: ProcessOptions): Promise<ServerProcess> {
  const { child, output, exited, begun } = await spawnServer(options);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const ready = /^Xunji server ready .*$/m.exec(output().stdout);
      if (ready) resolve(ready[0]);
    });
    void exited.then((code) => reject(new Error(`The server ended with ${code}: ${output().stderr}`)));
  });
  const startMillis = performance.now() - begun;
  const url = /http:\/\/\S+/.exec(line)?.[0] ?? '';
  return {
    url,
    pid: child.pid ?? 0,
    startMillis,
    startCpuMillis: await cpuMillisOf(child.pid ?? 0),
    output: () => output().stdout,
    ended: exited,
    end(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

/** The processor time of a process so far, in its own code and in the kernel; 0 where the machine does not tell it (Linux does). */
async function cpuMillisOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Behind the name in brackets; in hundredths of a second.
  const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  return (user + system) * 10;
}

/** A server that is expected to end by itself: its exit code and what it said. */
export async function runToEnd(options: ProcessOptions): Promise<{ code: number | string; stderr: string }> {
  const { output, exited } = await spawnServer(options);
  return { code: await exited, stderr: output().stderr };
}

async function spawnServer({
  directory,
  databaseUrl = '',
  env = {},
  port = 0,
  under = [],
  sabotage,
}: ProcessOptions) {
  const kind = sabotage ? 'careless' : 'sound';
  built[kind] ??= build({
    configFile: join(root, 'server/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: outDirs[kind], ssr: entries[kind] },
  });
  await built[kind];
  const begun = performance.now();
  const script = join(outDirs[kind], basename(entries[kind]).replace(/ts$/, 'js'));
  const [program, ...args] = [...under, process.execPath, script];
  const child: ChildProcess = spawn(program, args, {
    env: {
      ...process.env,
      XUNJI_DATA: directory,
      XUNJI_PORT: String(port),
      DATABASE_URL: databaseUrl,
      XUNJI_SABOTAGE: sabotage ?? '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (text) => (stdout += String(text)));
  child.stderr?.on('data', (text) => (stderr += String(text)));
  const exited = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? ''));
  });
  return { child, exited, begun, output: () => ({ stdout, stderr }) };
}

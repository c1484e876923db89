import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { nodeFileSystem } from '../shared/node/file-system';
import { runCommand } from './commands/run-command';
import { type Settings, readSettings } from './settings';
import { sayProblem } from './say-problem';
import { type RunningServer, startServer } from './start-server';

const firstSteps = `还没有账号。请在这台机器上另开一个窗口设立管理员，再为电脑取入网卡：
There is no account yet. Make the first administrator in another window on this machine, then a join card:
  XUNJI_PASSWORD=… npm run xunji -- user add LOGIN --name NAME --role administrator
  npm run xunji -- enrol LOGIN
`;

try {
  await main();
} catch (error) {
  process.stderr.write(`${sayWhy(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const machine = {
    fileSystem: nodeFileSystem,
    clock: Date.now,
    random: (length: number) => randomBytes(length),
  };
  const code = await runCommand(args, {
    ...machine,
    environment: process.env,
    cwd: process.cwd(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  });
  if (code !== null) {
    process.exitCode = code;
    return;
  }
  const settings = readSettings(args, process.env);
  let isStopping = false;
  let { address, stop } = await serve(settings);
  let replacing = Promise.resolve();
  /** A restore is put in place by a start: that of this same process, where the laptops know it. */
  async function serve(given: Settings): Promise<RunningServer> {
    const started = await startServer(given, {
      ...machine,
      onFatal(error) {
        process.stderr.write(`${String(error)} ${error instanceof Error ? String(error.cause) : ''}\n`);
        process.exit(70);
      },
      onReplace: () => void (replacing = beginAnew()),
    });
    if (!started.ok) {
      sayProblem(started.problem);
      process.exit(1);
    }
    const { isNew, authorityHash } = started.value;
    process.stdout.write(`Xunji server ready ${started.value.address}\n`);
    if (authorityHash) process.stdout.write(`Authority (SHA-256, pinned by laptops): ${authorityHash}\n`);
    if (isNew) process.stdout.write(firstSteps);
    return started.value;
  }
  async function beginAnew(): Promise<void> {
    if (isStopping) return;
    try {
      await stop();
      ({ address, stop } = await serve({ ...settings, port: Number(address.split(':').at(-1)) }));
    } catch (error) {
      process.stderr.write(`${sayWhy(error)}\n`);
      process.exit(1);
    }
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      replacing.then(stop).then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

/** A host with several addresses fails with one error for each, and an empty message over them. */
function sayWhy(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof AggregateError ? error.errors.map(String).join('\n') : String(error);
}

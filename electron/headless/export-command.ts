import { createHash, randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { newId } from '../../shared/ids/new-id';
import { makeDirectoryDurably, writeDurably } from '../../shared/node/durable-file';
import { nodeFileSystem } from '../../shared/node/file-system';
import { type Problem, describeProblem, problem } from '../../shared/problems';
import { paths } from '../../shared/protocol/sync';
import { collectTourFile } from '../../shared/tour-file/collect-tour-file';
import { signIn } from '../office/sign-in';
import { pullRecords } from '../sync/pull-records';
import { type Connection, ask } from '../sync/sync-client';
import type { Command, CommandOutput } from './command';
import { signInOf } from './sign-in-of';

const usage =
  '用法 usage: export --server URL --login LOGIN [--authority SHA256] --tour ID --out <tour.json>（密码取自 password from XUNJI_PASSWORD）\n';

/** `export`: a tour from a central server as a tour file, its attachments beside it in files/<sha256>. */
export const exportCommand: Command = async (args, io) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      server: { type: 'string' },
      login: { type: 'string' },
      authority: { type: 'string' },
      tour: { type: 'string' },
      out: { type: 'string' },
    },
  });
  if (!values.server || !values.login || !values.tour || !values.out) {
    io.err(usage);
    return 2;
  }
  const line = await signIn(values.server, signInOf(values.login, process.env), values.authority);
  if (!line.ok) return tell(io, line.problem);
  const connection = line.value;
  const states = await pullRecords(connection, newId(Date.now, randomBytes));
  if (!states.ok) return tell(io, states.problem);
  const collected = collectTourFile([...states.value.values()], values.tour);
  if (!collected.ok) return tell(io, collected.problem);
  const out = resolve(values.out);
  const folder = join(dirname(out), 'files');
  const missing = await fetchAll(connection, folder, collected.value.attachments);
  await makeDirectoryDurably(nodeFileSystem, dirname(out));
  await writeDurably(nodeFileSystem, out, Buffer.from(`${JSON.stringify(collected.value, null, 2)}\n`));
  io.out(`${out}\n`);
  for (const one of missing) tell(io, one);
  return 0;
};

/** The originals that the server has, each checked against its hash before it is kept; the others as problems. */
async function fetchAll(
  connection: Connection,
  folder: string,
  attachments: readonly { readonly sha256: string; readonly name: string }[],
): Promise<readonly Problem[]> {
  const missing: Problem[] = [];
  for (const { sha256, name } of new Map(attachments.map((one) => [one.sha256, one])).values()) {
    const answered = await ask(connection, `${paths.attachments}/${sha256}`, {});
    const bytes = answered.ok
      ? Buffer.from(await answered.value.arrayBuffer().catch(() => new ArrayBuffer(0)))
      : null;
    if (bytes === null) missing.push(problem('attachment.missing', { name }));
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      missing.push(problem('attachment.hashWrong'));
    else {
      await makeDirectoryDurably(nodeFileSystem, folder);
      await writeDurably(nodeFileSystem, join(folder, sha256), bytes);
    }
  }
  return missing;
}

function tell(io: CommandOutput, problem: Problem): number {
  io.err(`${describeProblem(problem, 'zh')}\n${describeProblem(problem, 'en')}\n`);
  return 1;
}

import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { readFile } from 'node:fs/promises';
import { makeChange } from '../../shared/changes/make-change';
import type { Change } from '../../shared/changes/change';
import { newId } from '../../shared/ids/new-id';
import type { RecordState } from '../../shared/changes/record-state';
import { shownValue } from '../../shared/changes/shown-value';
import type { Json } from '../../shared/json';
import { type Problem, describeProblem } from '../../shared/problems';
import { editsOfTourFile } from '../../shared/tour-file/edits-of-tour-file';
import { readTourFile } from '../../shared/tour-file/read-tour-file';
import { signIn } from '../office/sign-in';
import { pullRecords } from '../sync/pull-records';
import { type Connection, exchange } from '../sync/sync-client';
import type { Command, CommandOutput } from './command';
import { signInOf } from './sign-in-of';

const batchSize = 1000;
const usage =
  '用法 usage: publish <tour.json> --server URL --login LOGIN [--authority SHA256] [--author NAME]（密码取自 password from XUNJI_PASSWORD）\n';

/** `publish`: puts a tour onto a central server, from where every laptop gets it. Only what differs from the server's values is sent, so that doing it twice changes nothing. */
export const publishCommand: Command = async (args, io) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      server: { type: 'string' },
      login: { type: 'string' },
      authority: { type: 'string' },
      author: { type: 'string' },
    },
  });
  const [path] = positionals;
  if (path === undefined || !values.server || !values.login) {
    io.err(usage);
    return 2;
  }
  const file = readTourFile(JSON.parse(await readFile(path, 'utf8')));
  if (!file.ok) return tell(io, file.problem);
  const device = newId(Date.now, randomBytes);
  const author = {
    name: values.author ?? '管理员',
    device,
    clock: Date.now,
    random: (length: number) => randomBytes(length),
  };
  const line = await signIn(values.server, signInOf(values.login, process.env), values.authority);
  if (!line.ok) return tell(io, line.problem);
  const known = await pullRecords(line.value, device);
  if (!known.ok) return tell(io, known.problem);
  const changes = editsOfTourFile(file.value).flatMap(({ kind, id, tour, values: fields }) => {
    const state = known.value.get(id);
    const news = Object.entries(fields).filter(([name, value]) => !isShown(state, name, value));
    if (news.length === 0) return [];
    return makeChange(author, { kind, record: id, tour }, state, Object.fromEntries(news));
  });
  return send(line.value, device, changes, io);
};

function isShown(state: RecordState | undefined, name: string, value: Json): boolean {
  const field = state?.fields[name];
  return (
    state !== undefined && field !== undefined && isDeepStrictEqual(shownValue(state, name, field), value)
  );
}

async function send(
  connection: Connection,
  device: string,
  changes: readonly Change[],
  io: CommandOutput,
): Promise<number> {
  for (let from = 0; from < changes.length; from += batchSize) {
    const batch = changes.slice(from, from + batchSize);
    const answered = await exchange(connection, {
      protocol: 2,
      device,
      epoch: null,
      cursors: {},
      views: {},
      changes: batch,
    });
    const refused = answered.ok ? answered.value.refused[0]?.problem : answered.problem;
    if (refused) return tell(io, refused);
  }
  io.out(`已发布 published: ${changes.length}\n`);
  return 0;
}

function tell(io: CommandOutput, problem: Problem): number {
  io.err(`${describeProblem(problem, 'zh')}\n${describeProblem(problem, 'en')}\n`);
  return 1;
}

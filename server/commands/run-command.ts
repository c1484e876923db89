import { parseArgs } from 'node:util';
import type { Outcome } from '../../shared/outcome';
import { type Problem, describeProblem } from '../../shared/problems';
import { askDoor } from '../door/ask-door';
import { handedVariables } from '../door/door-message';
import { readSettings } from '../settings';
import { auditCommand } from './audit-command';
import { backupCommand } from './backup-command';
import { backupKeyCommand } from './backup-key-command';
import type { Command, CommandMachine } from './command';
import { deviceCommand } from './device-command';
import { enrolCommand } from './enrol-command';
import { grantCommand } from './grant-command';
import { helpCommand } from './help-command';
import { restoreCommand } from './restore-command';
import { sweepCommand } from './sweep-command';
import { userCommand } from './user-command';

/** What the central server does beside serving. */
const commands: Readonly<Record<string, Command>> = {
  audit: auditCommand,
  backup: backupCommand,
  'backup-key': backupKeyCommand,
  device: deviceCommand,
  enrol: enrolCommand,
  grant: grantCommand,
  help: helpCommand,
  restore: restoreCommand,
  sweep: sweepCommand,
  user: userCommand,
};

/**
 * Runs the command that the first argument names, and gives its exit code; null where it names none: then it serves. Where a running
 * server holds the data directory, that server does it.
 */
export async function runCommand(args: readonly string[], machine: CommandMachine): Promise<number | null> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return null;
  const done = await command(rest, machine);
  if (done.ok) return 0;
  const handed = isHeld(done, machine) ? await handOver(args, machine) : null;
  if (handed !== null) return handed;
  tell(done.problem, machine);
  return 1;
}

function isHeld(done: Outcome<null>, { office }: CommandMachine): boolean {
  return !office && !done.ok && done.problem.code === 'server.inUse';
}

/** Null where no server answers. */
async function handOver(args: readonly string[], machine: CommandMachine): Promise<number | null> {
  const { environment, cwd, fileSystem, out, err } = machine;
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { data: { type: 'string' } },
  });
  const data = typeof values.data === 'string' ? ['--data', values.data] : [];
  const given = handedVariables.flatMap((name) => {
    const value = environment[name];
    return value ? [[name, value] as const] : [];
  });
  const request = { args: [...args], cwd, environment: Object.fromEntries(given) };
  const reply = await askDoor(readSettings(data, environment).directory, request, fileSystem);
  if (!reply) return null;
  out(reply.out);
  err(reply.err);
  return reply.code;
}

function tell(problem: Problem, { err }: CommandMachine): void {
  for (const language of ['zh', 'en'] as const) err(`${describeProblem(problem, language)}\n`);
}

import { type Problem, describeProblem } from '../../shared/problems';
import { backupCommand } from './backup-command';
import { backupKeyCommand } from './backup-key-command';
import type { Command, CommandMachine } from './command';
import { enrolCommand } from './enrol-command';
import { restoreCommand } from './restore-command';
import { userCommand } from './user-command';

/** What the central server does beside serving. */
const commands: Readonly<Record<string, Command>> = {
  backup: backupCommand,
  'backup-key': backupKeyCommand,
  enrol: enrolCommand,
  restore: restoreCommand,
  user: userCommand,
};

/** Runs the command that the first argument names, and gives its exit code; null where it names none: then it serves. */
export async function runCommand(args: readonly string[], machine: CommandMachine): Promise<number | null> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return null;
  const done = await command(rest, machine);
  if (done.ok) return 0;
  tell(done.problem, machine);
  return 1;
}

function tell(problem: Problem, { err }: CommandMachine): void {
  for (const language of ['zh', 'en'] as const) err(`${describeProblem(problem, language)}\n`);
}

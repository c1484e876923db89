import { runCommand } from '../commands/run-command';
import type { CommandMachine, CommandOffice } from '../commands/command';
import type { DoorReply, DoorRequest } from './door-message';

/** Does what the command line asks on the running office. What throws there is told there, and ends no server. */
export async function answerDoor(
  { args, cwd, environment }: DoorRequest,
  machine: Pick<CommandMachine, 'fileSystem' | 'clock' | 'random'>,
  office: CommandOffice,
): Promise<DoorReply> {
  const said = { out: '', err: '' };
  const parts = {
    ...machine,
    environment,
    cwd,
    office,
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
  };
  try {
    return { code: (await runCommand(args, parts)) ?? 1, ...said };
  } catch (error) {
    return { code: 1, out: said.out, err: `${said.err}${String(error)}\n` };
  }
}

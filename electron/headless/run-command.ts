import { checklistCommand } from './checklist-command';
import type { Command, CommandOutput } from './command';
import { compileCommand } from './compile-command';
import { exportCommand } from './export-command';
import { importCommand } from './import-command';
import { publishCommand } from './publish-command';
import { validateCommand } from './validate-command';

const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  export: exportCommand,
  checklist: (args, io) => checklistCommand(args, io),
  compile: compileCommand,
  validate: validateCommand,
  publish: publishCommand,
};

const usage = `巡记命令行 Xunji commands:
  import <itinerary.xlsx|csv> --out <tour.json>  行程表变成活动文件 an itinerary becomes a tour file
  checklist <form.xlsx> [--json]                 检查 XLSForm 检查表 checks a checklist (XLSForm)
  validate <tour.json>                           检查活动文件 checks a tour file
  compile <tour.json> --out <dir>                生成纪要和问题清单 makes minutes and issue ledger
  export --server URL --key KEY --tour ID --out <tour.json>
                                                 从中心服务器导出活动 a tour from the central server
  publish <tour.json> --server URL --key KEY     把活动发布到中心服务器 puts a tour onto the central server
`;

/** Runs the command named first. An unknown command or option is answered with how to call it, and 2. */
export async function runCommand(args: readonly string[], io: CommandOutput): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    io.err(name === '' ? usage : `没有“${name}”这个命令。There is no command “${name}”.\n${usage}`);
    return 2;
  }
  try {
    return await command(rest, io);
  } catch (error) {
    if (!isWrongOption(error)) throw error;
    io.err(`${error.message}\n${usage}`);
    return 2;
  }
}

function isWrongOption(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

import type { Command } from './command';
import { readTourPath } from './read-tour-path';

const usage = '用法 usage: validate <tour.json>\n';

/** `validate`: says what is wrong with a tour file, every fault by its path, or what a sound one holds. */
export const validateCommand: Command = async (args, io) => {
  const [path, ...rest] = args;
  if (path === undefined || rest.length > 0) {
    io.err(usage);
    return 2;
  }
  const file = await readTourPath(path, io);
  if (file === null) return 1;
  const { teams, stops, notes, remarks, issues, attachments } = file;
  io.out(
    `文件无误：${teams.length} 个组，${stops.length} 个点位，${notes.length} 条记录，${remarks.length} 条讲话要点，` +
      `${issues.length} 个问题，${attachments.length} 个附件。The file is sound.\n`,
  );
  return 0;
};

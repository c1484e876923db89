import { parseArgs } from 'node:util';
import { succeed } from '../../shared/outcome';
import { sweepDays, sweepFiles } from '../files/sweep-files';
import type { Command } from './command';
import { withOffice } from './with-office';

/** `sweep`: looks for files that no record names, as the running server does once a day. */
export const sweepCommand: Command = async (args, machine) => {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } } });
  const by = { account: 'command line', device: '' };
  return withOffice(values.data, machine, async (office) => {
    const { noted, removed, bytes } = await sweepFiles(office, machine.clock(), by);
    machine.out(`已清理 ${removed} 个无人引用的附件（${bytes} 字节）；新发现 ${noted} 个，一天之后再清理。
Removed ${removed} file(s) that no record names (${bytes} bytes); found ${noted} more, which go a day from now.
Only files that came more than ${sweepDays} days ago are looked at.
`);
    return succeed(null);
  });
};

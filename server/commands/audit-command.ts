import { parseArgs } from 'node:util';
import { fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { checkAudit } from '../access/check-audit';
import type { Command } from './command';
import { withOffice } from './with-office';

/** `audit check`: reads every chain of the audit log; where one does not hold it says so, and the exit code is 1. */
export const auditCommand: Command = async (args, machine) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' } },
  });
  if (positionals[0] !== 'check')
    return fail(problem('command.usage', { usage: 'audit check [--data DIR]' }));
  return withOffice(values.data, machine, async ({ database }) => {
    const breaks = await checkAudit((work) => database.transact(({ query }) => work(query)));
    const [first] = breaks;
    if (first) return fail(problem('audit.broken', { n: breaks.length, ...first }));
    machine.out('审计日志首尾相连，没有断裂。The audit log holds; no chain is broken.\n');
    return succeed(null);
  });
};

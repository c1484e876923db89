import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { runBackup } from '../backup/run-backup';
import { storeBlobs } from '../backup/store-blobs';
import type { Manifest } from '../backup/backup-manifest';
import type { Command } from './command';
import { withOffice } from './with-office';

/**
 * `backup --to DIR --recipient age1…`: writes the present state. A server that holds the embedded
 * database makes it and goes on serving meanwhile.
 */
export const backupCommand: Command = async (args, machine) => {
  const { values } = parseArgs({
    args: [...args],
    options: { to: { type: 'string' }, recipient: { type: 'string' }, data: { type: 'string' } },
  });
  if (!values.to)
    return fail(problem('command.usage', { usage: 'backup --to DIR --recipient age1… [--data DIR]' }));
  const recipient = readRecipient(values.recipient ?? machine.environment.XUNJI_BACKUP_RECIPIENT ?? '');
  if (!recipient.ok) return recipient;
  const target = { directory: resolve(machine.cwd, values.to), recipient: recipient.value };
  const written = await withOffice(values.data, machine, ({ database, blobs }) =>
    runBackup({ database, blobs: storeBlobs(blobs) }, target, machine),
  );
  if (!written.ok) return written;
  machine.out(describe(written.value));
  return succeed(null);
};

function describe({ id, tables, blobs, damaged }: Manifest): string {
  const changes = tables.find(({ name }) => name === 'changes')?.entries ?? 0;
  const written = `已备份 backed up: ${id}，${changes} 条改动 changes，${blobs.length} 个附件 files\n`;
  if (damaged.length === 0) return written;
  return `${written}有 ${damaged.length} 个附件在服务器上已损坏，未备份，请让笔记本重新上传：${damaged.join(' ')}
${damaged.length} file(s) are damaged on the server and not in the backup; let the laptops send them again.
`;
}

function readRecipient(text: string): Outcome<string> {
  return /^age1[0-9a-z]{50,}$/.test(text)
    ? succeed(text)
    : fail(problem('backup.keyUnreadable', { fault: text === '' ? '--recipient' : text.slice(0, 12) }));
}

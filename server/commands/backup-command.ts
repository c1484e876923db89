import { parseArgs } from 'node:util';
import { type Outcome, fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { diskBlobs } from '../backup/disk-blobs';
import { blobDirectory, runBackup } from '../backup/run-backup';
import type { Manifest } from '../backup/backup-manifest';
import { readSettings } from '../settings';
import type { Command } from './command';
import { withDatabase } from './with-database';

/**
 * `backup --to DIR --recipient age1…`: writes the present state. The embedded database must be stopped for it (a running server makes
 * its own backups, see `--backup`); a PostgreSQL may go on.
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
  const target = { directory: values.to, recipient: recipient.value };
  const { directory } = readSettings(values.data ? ['--data', values.data] : [], machine.environment);
  const blobs = diskBlobs(blobDirectory(directory), machine.fileSystem);
  const written = await withDatabase(values.data, machine, (database) =>
    runBackup({ database, blobs }, target, machine),
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

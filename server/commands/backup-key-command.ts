import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { errorCode, syncDirectory } from '../../shared/node/durable-file';
import { fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { Command } from './command';

/**
 * `backup-key --out FILE`: a key pair for backups. The private half goes into the file, which belongs on a stick in a safe and not on
 * the server; the public half is printed, and is what the server needs. A file that is there stays: it may be the one key to all backups.
 */
export const backupKeyCommand: Command = async (args, { fileSystem, out }) => {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
  if (!values.out) return fail(problem('command.usage', { usage: 'backup-key --out FILE' }));
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const text = `# Xunji 巡记备份密钥 backup key\n# public key: ${recipient}\n${identity}\n`;
  const handle = await fileSystem.open(values.out, 'wx', 0o600).catch((error: unknown) => {
    if (errorCode(error) === 'EEXIST') return null;
    throw error;
  });
  if (!handle) return fail(problem('backup.keyThere', { path: values.out }));
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncDirectory(fileSystem, dirname(values.out));
  out(`${recipient}\n`);
  out(`私钥已写入 ${values.out}：请离开服务器单独保管，没有它任何备份都打不开。\n`);
  out(`The private key is in ${values.out}: keep it away from the server; no backup opens without it.\n`);
  return succeed(null);
};

import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fail, succeed } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { type Restored, restoreBackup } from '../backup/restore-backup';
import { readSettings } from '../settings';
import { openFiles } from '../files/open-files';
import { type Command, commandLine } from './command';

/** `restore --from DIR --key FILE [--state ID] [--data DIR]`: into an empty data directory, or an empty PostgreSQL by DATABASE_URL. */
export const restoreCommand: Command = async (args, { fileSystem, clock, environment, out }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      key: { type: 'string' },
      state: { type: 'string' },
      data: { type: 'string' },
    },
  });
  if (!values.from || !values.key)
    return fail(
      problem('command.usage', { usage: 'restore --from DIR --key FILE [--state ID] [--data DIR]' }),
    );
  const key = await fileSystem.readFile(values.key, 'utf8').catch((error: unknown) => String(error));
  const identity = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m.exec(key)?.[0];
  if (!identity) return fail(problem('backup.keyUnreadable', { fault: values.key }));
  const settings = readSettings(values.data ? ['--data', values.data] : [], environment);
  const { directory, databaseUrl, s3 } = settings;
  const restored = await restoreBackup({
    from: values.from,
    identity,
    state: values.state,
    directory,
    databaseUrl,
    fileSystem,
    clock,
    newId: randomUUID,
    by: commandLine,
    ...(s3 && { blobs: (await openFiles(settings, fileSystem)).blobs }),
  });
  if (!restored.ok) return restored;
  const { manifest, lost } = restored.value;
  if (lost > 0) {
    out(`备份中有 ${lost} 个附件缺失或损坏，未恢复；仍有原件的笔记本会重新上传。\n`);
    out(`${lost} file(s) of the backup are missing or damaged; laptops that have them send them again.\n`);
  }
  out(`已恢复 restored: ${manifest.id}（${manifest.at}）。各笔记本下次连接时会补交备份之后的内容。\n`);
  out('Laptops push again what came after the backup at their next contact.\n');
  tellAccess(out, restored.value);
  return succeed(null);
};

/** More names than these are for the list in the app. */
const mostNamed = 40;

function tellAccess(out: (text: string) => void, { ended, mayCome, manifest }: Restored): void {
  if (ended.state !== '') {
    out(`备份之后停用的电脑和账号，按较新的备份 ${ended.state} 保持停用。\n`);
    out(`Laptops and accounts that were ended by ${ended.state} stay ended.\n`);
  }
  const since = ended.state === '' ? manifest.at : ended.state;
  out(
    `请立即核对：下列账号和电脑现在可以进入。${since} 之后停用的、改过的密码和角色，备份里没有，请重新处理。\n`,
  );
  out(
    `Check now who may come in: what was ended after ${since}, and later passwords and roles, are in no backup.\n`,
  );
  for (const names of [mayCome.accounts, mayCome.devices]) {
    for (const name of names.slice(0, mostNamed)) out(`  ${name}\n`);
    if (names.length > mostNamed) out(`  … +${names.length - mostNamed}\n`);
  }
}

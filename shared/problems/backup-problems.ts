import type { ProblemText } from './problem-text';

/** What may go wrong with backups of the central server. */
export const backupProblems = {
  'restore.notEmpty': {
    status: 409,
    zh: '目标里已有数据，没有恢复任何内容。请换一个空的数据目录或空的数据库再恢复。',
    en: 'There are data in the target already; nothing was restored. Restore into an empty data directory or an empty database.',
  },
  'restore.notEmbedded': {
    status: 409,
    zh: '这个单位用的是 PostgreSQL，可能有几台服务器同时写入，不能在这里恢复。请停止服务器后，在服务器上用 restore 命令恢复到一个空的数据库（见服务器手册）。',
    en: 'This office is on a PostgreSQL, into which several servers may write, and is not restored from here. Stop the servers and use the restore command on the server, into an empty database (see the server’s manual).',
  },
  'restore.underWay': {
    status: 409,
    zh: '正在准备一次恢复。请等它完成，或先放弃它。',
    en: 'A restore is being prepared already. Wait until it is done, or give it up first.',
  },
  'restore.notReady': {
    status: 409,
    zh: '这份备份还没有准备好，没有替换任何内容。请先准备恢复。',
    en: 'This backup is not prepared; nothing was replaced. Prepare the restore first.',
  },
  'restore.outOfDate': {
    status: 409,
    zh: '准备之后又停用了账号或电脑，没有替换任何内容。请重新准备，让停用继续有效。',
    en: 'An account or a computer was ended since this was prepared; nothing was replaced. Prepare again, so that it stays ended.',
  },
  'restore.diskFull': {
    status: 507,
    zh: '服务器的磁盘放不下恢复的内容，正在使用的单位没有变化。请清理磁盘后重试。',
    en: 'The server’s disk has no room for what is restored; the running office is as it was. Make room and try again.',
  },
  'restore.failed': {
    status: 500,
    zh: '恢复没有成功（{fault}），正在使用的单位没有变化。请核对备份目录后重试，或换一份备份。',
    en: 'The restore failed ({fault}); the running office is as it was. Check the folder of backups and try again, or take another backup.',
  },
  'restore.halfDone': {
    status: 500,
    zh: '恢复做到一半时，准备好的内容不见了。原来的单位完整保存在“{aside}”：请把其中的全部内容移回数据目录，删除数据目录中的 restore，再启动服务器。',
    en: 'What was prepared vanished in the middle of a restore. The former office lies whole in “{aside}”: move all of it back into the data directory, delete “restore” there, and start the server.',
  },
  'backup.broken': {
    status: 422,
    zh: '这份备份有 {count} 个文件缺失、损坏或密钥不符（例如 {first}），没有恢复任何内容。请换一份备份，或核对密钥。',
    en: '{count} file(s) of this backup are missing, damaged or of another key ({first}); nothing was restored. Take another backup, or check the key.',
  },
  'backup.notSet': {
    status: 409,
    zh: '服务器没有设置备份目录。请在服务器上用 --backup 和 --backup-recipient 设置后重试。',
    en: 'The server was given no folder for backups. Set --backup and --backup-recipient on the server, then try again.',
  },
  'backup.clockJumped': {
    status: 409,
    zh: '服务器时间有跳变：{from} 的备份之后，下一份备份的时间是 {to}。请核对服务器现在的时间；如果服务器只是停用了这么久，则无需处理。旧备份没有因此删除，备份先后以编号为准。',
    en: 'The server’s clock jumped: the backup after that of {from} says {to}. Check what time the server has now; if it was merely switched off for so long, nothing is to be done. No older backup was dropped for it, and which backup is newer is told by their numbers.',
  },
  'command.usage': {
    status: 400,
    zh: '用法：{usage}',
    en: 'Usage: {usage}',
  },
  'backup.none': {
    status: 404,
    zh: '“{directory}”里没有可用的备份，或密钥不符。请核对目录和密钥。',
    en: 'There is no backup in “{directory}” that this key opens. Check the folder and the key.',
  },
  'backup.filesDamaged': {
    status: 409,
    zh: '服务器上有 {count} 个附件已损坏或读不出来（例如 {first}），备份里没有它们；其余内容都已备份。请尽快检查服务器存放附件的磁盘，必要时更换。',
    en: '{count} file(s) on the server are damaged or cannot be read ({first}) and are not in the backup; all the rest is. Check the disk on which the server keeps files soon, and replace it if need be.',
  },
  'backup.otherKey': {
    status: 409,
    zh: '“{directory}”里的备份是为另一把密钥加密的，没有写入：已有的内容不会重写，只持新私钥的人打不开。请为新密钥另设一个空目录，旧目录和旧私钥一并保存。',
    en: 'The backups in “{directory}” are for another key, and nothing was written: what is there is not written again, and would open for nobody who has only the new key. Take an empty folder for the new key, and keep the old folder with its key.',
  },
  'backup.folderEmpty': {
    status: 409,
    zh: '“{directory}”里以前的备份（最近一份 {last}）都不见了，没有写入：多半是共享目录或磁盘没有连上。请连好后重试。如果确实换了新目录，请在服务器上运行一次 npm run xunji -- backup --to "{directory}"，之后会照常自动备份。',
    en: 'The backups that were in “{directory}” (the last one: {last}) are gone, and nothing was written: most likely a share or a disk is not connected. Connect it and try again. If the folder is meant to be new, run npm run xunji -- backup --to "{directory}" on the server once; backups then go on by themselves.',
  },
  'backup.keyThere': {
    status: 409,
    zh: '“{path}”已经存在，没有改动：它可能是唯一能打开以往备份的私钥。请换一个文件名。',
    en: '“{path}” is there already and was left as it is: it may be the only key that opens the backups so far. Take another file name.',
  },
  'backup.keyUnreadable': {
    status: 400,
    zh: '无法读取备份密钥：{fault}。公钥以 age1 开头，私钥以 AGE-SECRET-KEY-1 开头。',
    en: 'The backup key cannot be read: {fault}. A public key begins with age1, a private one with AGE-SECRET-KEY-1.',
  },
} as const satisfies Record<string, ProblemText>;

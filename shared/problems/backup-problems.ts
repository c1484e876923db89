import type { ProblemText } from './problem-text';

/** What may go wrong with backups of the central server. */
export const backupProblems = {
  'restore.notEmpty': {
    status: 409,
    zh: '目标里已有数据，没有恢复任何内容。请换一个空的数据目录或空的数据库再恢复。',
    en: 'There are data in the target already; nothing was restored. Restore into an empty data directory or an empty database.',
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
  'backup.keyUnreadable': {
    status: 400,
    zh: '无法读取备份密钥：{fault}。公钥以 age1 开头，私钥以 AGE-SECRET-KEY-1 开头。',
    en: 'The backup key cannot be read: {fault}. A public key begins with age1, a private one with AGE-SECRET-KEY-1.',
  },
} as const satisfies Record<string, ProblemText>;

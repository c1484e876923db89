import { succeed } from '../../shared/outcome';
import type { Command } from './command';

const lines = [
  ['serve', '运行中心服务器', 'run the central server'],
  ['user list | add | change | password | disable | enable', '账号', 'accounts'],
  ['device list | revoke', '已入网的电脑', 'computers that have joined'],
  ['grant list | give | take', '谁能看到哪个活动', 'who sees which tour'],
  ['enrol LOGIN', '登记码和入网卡', 'a one-time code and a join card'],
  ['audit check', '核对审计日志', 'check the audit log'],
  ['backup-key | backup | restore', '备份与恢复', 'backups'],
] as const;

/** `help`: what the command line can do. Each command called by itself says its arguments. */
export const helpCommand: Command = async (_args, { out }) => {
  for (const [command, zh, en] of lines) out(`  ${command}\n      ${zh} ${en}\n`);
  out('单独输入一个命令，会显示它的用法。A command by itself shows its arguments.\n');
  out('服务器设置见 docs/server.md。For the settings of the server see docs/server.md.\n');
  return succeed(null);
};

import type { CommandMachine, CommandOffice } from './command';

const due = `请尽快备份：只有之后的备份才记得这次停用，恢复更早的备份时要靠它。
Make a backup soon: only one made from now on knows of this, and a restore of an older one relies on it.
`;

/** After somebody's access has ended: so that a restore of an older state knows of it (backup/read-ended.ts). */
export function backUpEnded({ beginBackup }: CommandOffice, { out }: CommandMachine): void {
  if (beginBackup) beginBackup();
  else out(due);
}

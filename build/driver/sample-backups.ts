import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';

let made: Promise<string> | undefined;

/** The private key of this run's sample offices. */
export function sampleBackupKey(): Promise<string> {
  return (made ??= generateX25519Identity());
}

/** Lets a server make backups into this folder: at its start, and when it is asked. */
export async function withBackups(directory: string): Promise<Readonly<Record<string, string>>> {
  return {
    XUNJI_BACKUP: join(directory, 'backups'),
    XUNJI_BACKUP_RECIPIENT: await identityToRecipient(await sampleBackupKey()),
    XUNJI_BACKUP_MINUTES: '600',
  };
}

import { z } from 'zod';
import type { FileSystem } from '../../shared/node/file-system';
import { accountSchema } from '../../shared/protocol/session';
import { readJsonFile, writeJsonFile } from '../files/json-file';

export const membershipSchema = z.object({
  /** What the office's server signs with, which tells offices apart; '' where a laptop joined before it was told. */
  id: z.string().default(''),
  serverUrl: z.url({ protocol: /^https?$/ }),
  /** Certificate (PEM) of the one authority that is trusted; null on loopback, where clear text is spoken. */
  authority: z.string().nullable(),
  office: z.string(),
  account: accountSchema,
});

/** The office that this laptop belongs to. */
export type Membership = Readonly<z.infer<typeof membershipSchema>>;

export interface KeptMembership {
  get(): Membership | null;
  keep(next: Membership | null): Promise<void>;
}

/** Kept in a file of its own: whoever edits the settings cannot take the trust away from under it. */
export async function openMembership(fileSystem: FileSystem, path: string): Promise<KeptMembership> {
  const fileSchema = z.object({ membership: membershipSchema.nullable() });
  let membership = (await readJsonFile(fileSystem, path, fileSchema))?.membership ?? null;
  return {
    get: () => membership,
    async keep(next) {
      await writeJsonFile(fileSystem, path, { membership: next });
      membership = next;
    },
  };
}

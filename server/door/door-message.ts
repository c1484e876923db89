import { CompactEncrypt, compactDecrypt, errors } from 'jose';
import { z } from 'zod';

/** What the command line asks of a running server: a command as it was typed, and the few settings that it reads. */
const doorRequestSchema = z.object({
  args: z.array(z.string()),
  /** Where it was typed, which paths are relative to. */
  cwd: z.string(),
  environment: z.record(z.string(), z.string()),
});

const doorReplySchema = z.object({
  code: z.number().int(),
  out: z.string(),
  err: z.string(),
});

export type DoorRequest = Readonly<z.infer<typeof doorRequestSchema>>;
export type DoorReply = Readonly<z.infer<typeof doorReplySchema>>;

/** Environment variables that are handed on; a server's own settings are not among them. */
export const handedVariables = ['XUNJI_PASSWORD', 'XUNJI_BACKUP_RECIPIENT'] as const;

/**
 * A message under the secret of the door, as one line. Whoever sits behind the name of the door without the secret can neither read nor
 * answer it.
 */
export async function sealMessage(secret: Uint8Array, message: DoorRequest | DoorReply): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(message));
  return new CompactEncrypt(text).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(secret);
}

/** Null where the line was not sealed with this secret. */
export const openRequest = (secret: Uint8Array, line: string) => open(secret, line, doorRequestSchema);

export const openReply = (secret: Uint8Array, line: string) => open(secret, line, doorReplySchema);

async function open<T>(secret: Uint8Array, line: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    const { plaintext } = await compactDecrypt(line, secret, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return schema.parse(JSON.parse(new TextDecoder().decode(plaintext)));
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof TypeError)
      return null;
    throw error;
  }
}

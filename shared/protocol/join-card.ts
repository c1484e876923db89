import { z } from 'zod';
import { sha256Schema } from '../ids/id';
import { codeSchema } from './session';

/** What an administrator gives to who joins: where the server is, the one-time code, and by what the server is known. */
export const joinCardSchema = z.object({
  serverUrl: z.url({ protocol: /^https?$/ }),
  code: codeSchema,
  /** SHA-256 of the authority's certificate; empty on loopback, where clear text is spoken. */
  authorityHash: z.union([sha256Schema, z.literal('')]),
});

export type JoinCard = Readonly<z.infer<typeof joinCardSchema>>;

const mark = 'xunji:join?';

/** A card as one line, which fits into a message or a QR code. */
export function joinCardText({ serverUrl, code, authorityHash }: JoinCard): string {
  const parts = { server: serverUrl, code, authority: authorityHash };
  return (
    mark +
    Object.entries(parts)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&')
  );
}

/** Reads a card; null where it is none. White space that a message put in is no part of it, nor are its words around. */
export function readJoinCard(text: string): JoinCard | null {
  const [, told] = /xunji:join\?([\w.!~*'()%&=-]+)/.exec(text.replace(/\s+/g, '')) ?? [];
  if (told === undefined) return null;
  const parts = new Map<string, string>();
  for (const part of told.split('&')) {
    const [name = '', value = ''] = part.split('=');
    try {
      parts.set(name, decodeURIComponent(value));
    } catch {
      return null;
    }
  }
  const read = joinCardSchema.safeParse({
    serverUrl: parts.get('server'),
    code: parts.get('code'),
    authorityHash: parts.get('authority') ?? '',
  });
  return read.success ? read.data : null;
}

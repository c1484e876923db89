export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'unknown' };

const decoders = {
  utf8: () => new TextDecoder('utf-8', { fatal: true }),
  utf16le: () => new TextDecoder('utf-16le', { fatal: true }),
  utf16be: () => new TextDecoder('utf-16be', { fatal: true }),
  gb18030: () => new TextDecoder('gb18030', { fatal: true }),
} as const;

/** Bytes of a text that people saved: UTF-8, UTF-16 with its mark, or what Chinese Windows writes (GBK is part of GB18030). */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf16le') ?? { kind: 'damaged' };
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf16be') ?? { kind: 'damaged' };
  const utf8 = decode(bytes, 'utf8');
  if (utf8 !== null) return utf8;
  if ((first === 0xef && second === 0xbb && third === 0xbf) || isMostlyUtf8(bytes))
    return { kind: 'damaged' };
  return decode(bytes, 'gb18030') ?? { kind: 'unknown' };
}

function decode(bytes: Uint8Array, encoding: keyof typeof decoders): DecodedText | null {
  try {
    return { kind: 'text', text: decoders[encoding]().decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * Damaged UTF-8 would pass as GB18030 and read as other characters. Text of Chinese Windows hardly ever holds a whole
 * three-byte character of UTF-8, a damaged UTF-8 file holds little else.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[\u3000-\uFFEF]/g)?.length ?? 0;
  return whole > broken * 2;
}

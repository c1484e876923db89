/** What a picture is by its first bytes: an attachment may call itself anything, and a copy of a HEIC is a JPEG. */
export function pictureType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | 'image/gif' | 'image/bmp' {
  if (bytes[0] === 0x89) return 'image/png';
  if (bytes[0] === 0x47) return 'image/gif';
  return bytes[0] === 0x42 ? 'image/bmp' : 'image/jpeg';
}

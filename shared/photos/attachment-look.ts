import type { Attachment } from '../records/attachment';

/** How a file is shown: as a picture, to be listened to, or by its name. */
export function attachmentLook({
  mime,
  name,
}: Pick<Attachment, 'mime' | 'name'>): 'picture' | 'sound' | 'file' {
  if (mime.startsWith('image/') && !/svg|tiff|vnd\./.test(mime)) return 'picture';
  if (mime.startsWith('audio/')) return 'sound';
  if (mime !== '' && mime !== 'application/octet-stream') return 'file';
  return /\.(jpe?g|png|gif|webp|bmp|hei[cf])$/i.test(name) ? 'picture' : 'file';
}

const typesByName: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  heif: 'image/heif',
  webp: 'image/webp',
  webm: 'audio/webm',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
};

/** The type of a file; systems that do not know HEIC or sound leave it to the name. */
export function typeOfFile({ type, name }: { readonly type: string; readonly name: string }): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const unknown = 'application/octet-stream';
  return (type === unknown ? '' : type) || typesByName[ending] || unknown;
}

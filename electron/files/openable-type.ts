const pictures = ['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'heic', 'heif', 'tif', 'tiff'];
const sounds = ['mp3', 'm4a', 'wav', 'ogg', 'opus', 'flac', 'aac', 'amr', 'webm', 'mp4', 'mov', 'mkv'];
const zipped = ['docx', 'xlsx', 'pptx', 'ofd', 'odt', 'ods', 'odp'];
/** How programs begin: Windows, Linux, scripts, macOS, and Windows shortcuts. */
const programs = ['MZ', '\x7fELF', '#!', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', 'L\0\0\0\x01\x14\x02'];
const texts = ['txt', 'csv', 'md'];

/**
 * Whether a file may be handed to the program that the system has for it. Only types that run nothing by themselves; old
 * Office files (.doc, .xls, .wps, .et) may carry macros and are only saved. `head` are its first bytes: a program that calls
 * itself .pdf is no document.
 */
export function isOpenable(name: string, head: Uint8Array): boolean {
  const type = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const start = Buffer.from(head.subarray(0, 8)).toString('latin1');
  if (programs.some((mark) => start.startsWith(mark))) return false;
  if (type === 'pdf') return start.startsWith('%PDF-');
  if (zipped.includes(type)) return start.startsWith('PK');
  if (texts.includes(type)) return !head.includes(0);
  return [...pictures, ...sounds].includes(type);
}

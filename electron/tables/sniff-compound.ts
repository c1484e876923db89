import type { FoundFile } from './sniff-file';

const filePass = 0x002f;
/** Beginning of the globals of an .xls of Excel 97 and later. */
const biffStart = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);
/** A password is declared right after the beginning. */
const recordsLookedAt = 8;

/**
 * Files of the old Office in Microsoft's compound format; a new workbook with a password is packed into one too. Their
 * directory names its streams in UTF-16. Old workbooks are not read: no library at hand reads all their formulas' texts.
 */
export function sniffCompound(bytes: Buffer): FoundFile {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return { kind: 'locked' };
  if (holds('Workbook') || holds('Book'))
    return hasPassword(bytes) ? { kind: 'locked' } : { kind: 'oldFormat', format: ' .xls / .et ' };
  if (holds('WordDocument')) return { kind: 'other', zh: 'Word 文档', en: 'a Word document' };
  if (holds('PowerPoint Document')) return { kind: 'other', zh: '演示文稿', en: 'a presentation' };
  return { kind: 'damaged' };
}

/** [MS-XLS] 2.4.117: a FilePass record among the first of the workbook's stream, which starts at a sector. */
function hasPassword(bytes: Buffer): boolean {
  const start = bytes.indexOf(biffStart);
  if (start < 0) return false;
  let at = start;
  for (let count = 0; count < recordsLookedAt && at + 4 <= bytes.length; count += 1) {
    if (bytes.readUInt16LE(at) === filePass) return true;
    at += 4 + bytes.readUInt16LE(at + 2);
  }
  return false;
}

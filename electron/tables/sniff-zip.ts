import type { FoundFile } from './sniff-file';
import { zipDirectory } from './zip-directory';

/** More parts than any workbook has; a workbook of 20 sheets has about a hundred. */
const mostEntries = 2000;

/** Office documents, OpenDocument, plain archives: all are zips, and the names in them tell which. */
export function sniffZip(bytes: Buffer): FoundFile {
  const entries = zipDirectory(bytes, mostEntries);
  if (entries === null) return { kind: 'damaged' };
  const names = entries.map(({ name }) => name);
  const holds = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (names.length === 0) return { kind: 'empty' };
  if (holds(/^word\//)) return { kind: 'other', zh: 'Word 文档', en: 'a Word document' };
  if (holds(/^ppt\//)) return { kind: 'other', zh: '演示文稿', en: 'a presentation' };
  if (holds(/^xl\/workbook\.bin$/)) return { kind: 'oldFormat', format: '.xlsb' };
  if (names.includes('mimetype') && names.includes('content.xml'))
    return { kind: 'oldFormat', format: 'OpenDocument (.ods)' };
  if (holds(/^\[Content_Types\]\.xml$/i) || holds(/^xl\//)) return { kind: 'xlsx' };
  return { kind: 'other', zh: '压缩包', en: 'an archive' };
}

import type { RecordOf } from '../../records/record-schemas';
import type { Block, Photo } from '../document';
import { isPicture } from '../list-photos';
import { label, paragraph, quote, ref } from '../say';

type Attachment = RecordOf<'attachment'>;

const perRow = 2;

/** Pictures two by two with their captions; files that are no pictures by name. */
export function photoRows(attachments: readonly Attachment[]): readonly Block[] {
  const pictures = attachments.filter(isPicture);
  const others = attachments.filter((attachment) => !isPicture(attachment));
  const rows: Block[] = [];
  for (let start = 0; start < pictures.length; start += perRow) {
    rows.push({ kind: 'photos', photos: pictures.slice(start, start + perRow).map(photo) });
  }
  return [
    ...rows,
    ...others.flatMap((other) => paragraph(quote(`附件：${nameOf(other)}`, ref('attachment', other)))),
  ];
}

function photo(attachment: Attachment): Photo {
  const { sha256, mime, name } = attachment;
  return {
    sha256,
    mime,
    name,
    caption: label(attachment.caption.trim() || '现场照片', ref('attachment', attachment)),
  };
}

function nameOf({ caption, name, sha256 }: Attachment): string {
  return caption.trim() || name.trim() || sha256.slice(0, 12);
}

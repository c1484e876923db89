import { attachmentLook } from '../../photos/attachment-look';
import { printKey } from '../../photos/print-copy';
import type { RecordOf } from '../../records/record-schemas';
import type { Block, Photo } from '../document';
import { label, paragraph, quote, ref } from '../say';

type Attachment = RecordOf<'attachment'>;

const perRow = 2;

const isPicture = (attachment: Attachment) => attachmentLook(attachment) === 'picture';

/** Pictures two by two, called by their caption or else by what they show; files that are no pictures by name. */
export function photoRows(attachments: readonly Attachment[], shown: string): readonly Block[] {
  const pictures = attachments.filter(isPicture);
  const others = attachments.filter((attachment) => !isPicture(attachment));
  const rows: Block[] = [];
  for (let start = 0; start < pictures.length; start += perRow) {
    rows.push({
      kind: 'photos',
      photos: pictures.slice(start, start + perRow).map((picture) => photo(picture, shown)),
    });
  }
  return [
    ...rows,
    ...others.flatMap((other) => paragraph(quote(`随附文件：${nameOf(other)}`, ref('attachment', other)))),
  ];
}

function photo(attachment: Attachment, shown: string): Photo {
  const { sha256, mime, size, marks, name } = attachment;
  const caption = writtenCaption(attachment) || shown;
  const key = printKey(attachment);
  return { key, sha256, mime, size, marks, name, caption: label(caption, ref('attachment', attachment)) };
}

/** A caption that only repeats the name of the file tells nobody anything. */
export function writtenCaption({ caption, name }: Attachment): string {
  const written = caption.trim();
  return written === name.trim() || /^[^\s，。]+\.(jpe?g|png|gif|bmp|webp|hei[cf])$/i.test(written)
    ? ''
    : written;
}

function nameOf({ caption, name, sha256 }: Attachment): string {
  return caption.trim() || name.trim() || sha256.slice(0, 12);
}

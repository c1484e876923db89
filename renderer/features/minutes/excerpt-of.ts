import type { EvidenceRef } from '../../../shared/documents/document';
import { type TourFileList, tourFileLists } from '../../../shared/tour-file/tour-file-lists';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import { attachmentLook } from '../../../shared/photos/attachment-look';
import { stopTitle } from '../../../shared/records/stop-title';

export interface Excerpt {
  readonly text: string;
  /** Who recorded it, or said it. */
  readonly by: string;
  /** The id of its stop, or empty. */
  readonly stop: string;
  /** Of a picture; empty for every other file and record. */
  readonly sha256: string;
  readonly mime: string;
}

const noPicture = { sha256: '', mime: '' };

/** What to show of a record beside a sentence. Empty strings where it has nothing of the kind or is not there. */
export function excerptOf({ kind, id }: EvidenceRef, file: TourFile): Excerpt {
  if (kind === 'tour') return { text: file.tour.title, by: '', stop: '', ...noPicture };
  const list = (Object.keys(tourFileLists) as TourFileList[]).find((name) => tourFileLists[name] === kind);
  const record = list && file[list].find((entry) => entry.id === id);
  if (!record) return { text: '', by: '', stop: '', ...noPicture };
  const say = (name: string) => {
    const value = (record as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value : '';
  };
  // Of a figure its name; the line as typed only where no figure was recognised in it.
  const first = kind === 'indicator' ? ['name'] : kind === 'signature' ? ['signer'] : [];
  const own =
    [...first, 'text', 'policy', 'caption', 'label', 'title', 'name'].map(say).find((text) => text !== '') ??
    '';
  const indicator = kind === 'indicator' ? ` ${say('value')}${say('unit')}` : '';
  return {
    text: kind === 'stop' ? titleOf(id, file) : own + indicator,
    by: kind === 'remark' ? say('speakerName') : say('author'),
    stop: kind === 'stop' ? id : say('stop'),
    ...(kind === 'attachment' && attachmentLook({ mime: say('mime'), name: say('name') }) === 'picture'
      ? { sha256: say('sha256'), mime: say('mime') }
      : noPicture),
  };
}

function titleOf(id: string, file: TourFile): string {
  const stop = file.stops.find((entry) => entry.id === id);
  return stop
    ? stopTitle(
        stop,
        file.sites.find((site) => site.id === stop.site),
      )
    : '';
}

import type { Attachment } from '../records/attachment';

export interface StampWords {
  readonly tour: string;
  readonly stop: string;
  readonly address: string;
}

/**
 * What stands on the band of a stamped copy: the stop and its address; when it was taken (by the corrected clock of the camera,
 * else when it was added) and by whom; position and tour. What is not known is left out.
 */
export function stampLines(photo: Attachment, words: StampWords): readonly string[] {
  const { position } = photo;
  const place = position ? `${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}` : '';
  return [
    [words.stop, words.address].filter(Boolean).join('　'),
    photo.caption,
    [takenTime(photo), photo.author].filter(Boolean).join('　'),
    [words.tour, place].filter(Boolean).join('　'),
  ].filter((line) => line.trim() !== '');
}

/** "2026-05-12 09:31", with the correction of the camera's clock. */
export function takenTime({
  takenAt,
  clockOffset,
  at,
}: Pick<Attachment, 'takenAt' | 'clockOffset' | 'at'>): string {
  const label = takenAt || at;
  const wall = Date.parse(`${label.slice(0, 19)}Z`);
  if (Number.isNaN(wall)) return label;
  const corrected = wall + (takenAt === '' ? 0 : clockOffset * 1000);
  return new Date(corrected).toISOString().slice(0, 16).replace('T', ' ');
}

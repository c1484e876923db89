import ExifReader, { type ExpandedTags } from 'exifreader';
import type { Position } from '../../../shared/records/position';

export interface PhotoFacts {
  /** ISO 8601, with the camera's offset where it wrote one; empty without a sound time. */
  readonly takenAt: string;
  readonly position: Position | null;
}

const nothing: PhotoFacts = { takenAt: '', position: null };

/**
 * When and where a picture was taken, from what the camera wrote into it (JPEG, HEIC, PNG, WebP). Whatever is garbage in there
 * counts as not written: a damaged head is a picture without facts, never an error.
 */
export function readPhotoFacts(bytes: ArrayBuffer): PhotoFacts {
  try {
    const tags = ExifReader.load(bytes, {
      expanded: true,
      includeTags: {
        exif: ['DateTimeOriginal', 'OffsetTimeOriginal', 'OffsetTime', 'DateTimeDigitized'],
        gps: ['Latitude', 'Longitude'],
      },
    });
    return { takenAt: takenAtOf(tags), position: positionOf(tags) };
  } catch {
    return nothing;
  }
}

function takenAtOf({ exif }: ExpandedTags): string {
  const written = textOf(exif?.DateTimeOriginal) || textOf(exif?.DateTimeDigitized);
  const [, day, time] = /^(\d{4}[:-]\d\d[:-]\d\d)[ T](\d\d:\d\d:\d\d)/.exec(written) ?? [];
  if (day === undefined || time === undefined) return '';
  const label = `${day.replaceAll(':', '-')}T${time}`;
  // "0000:00:00" and the 31st of February are what cameras without a set clock write.
  const parsed = Date.parse(`${label}Z`);
  if (Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 19) !== label) return '';
  const [offset = ''] =
    /^[+-]\d\d:\d\d$/.exec(textOf(exif?.OffsetTimeOriginal) || textOf(exif?.OffsetTime)) ?? [];
  return label + offset;
}

/** Tags hold a text, or a list with it, or whatever a damaged file says. */
function textOf(tag: { readonly value: unknown } | undefined): string {
  const value: unknown = Array.isArray(tag?.value) ? tag.value[0] : tag?.value;
  return typeof value === 'string' ? value.trim() : '';
}

function positionOf({ gps }: ExpandedTags): Position | null {
  const { Latitude: latitude, Longitude: longitude } = gps ?? {};
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  const isSound = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  // Receivers without a fix write zeros; nobody inspects the Gulf of Guinea.
  return isSound && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : null;
}

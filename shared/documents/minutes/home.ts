import type { TourIndex } from '../tour-index';

/** Where in the minutes a record belongs. */
export interface Home {
  readonly kind: 'stop' | 'group' | 'meeting' | 'tour';
  readonly id: string;
}

export interface Placed {
  readonly occasion?: Home['kind'];
  readonly stop?: string;
  readonly group?: string;
  readonly meeting?: string;
}

/**
 * The place a record names, if that place exists. A record that points nowhere belongs to the tour as a whole, so that
 * it is printed in any case.
 */
function homeOf(index: TourIndex, record: Placed): Home {
  const places: readonly Home[] = [
    { kind: 'stop', id: record.stop ?? '' },
    { kind: 'group', id: record.group ?? '' },
    { kind: 'meeting', id: record.meeting ?? '' },
  ];
  const existing = places.filter((place) => exists(index, place));
  if (record.occasion === 'tour') return { kind: 'tour', id: '' };
  return existing.find((place) => place.kind === record.occasion) ?? existing[0] ?? { kind: 'tour', id: '' };
}

/** A test for the records of one place. */
export function livesAt(index: TourIndex, kind: Home['kind'], id = ''): (record: Placed) => boolean {
  return (record) => {
    const home = homeOf(index, record);
    return home.kind === kind && home.id === id;
  };
}

function exists(index: TourIndex, { kind, id }: Home): boolean {
  if (kind === 'stop') return index.by.stops.has(id);
  if (kind === 'group') return index.by.groups.has(id);
  return index.by.meetings.has(id);
}

import type { Meeting } from '../../../shared/records/meeting';
import type { Stop } from '../../../shared/records/stop';
import type { CapturePlace } from './capture-place';
import { draftKinds } from './parse-quick-entry';
import type { Values } from './record-maker';

/** A stop takes down everything. */
export function placeOfStop({ id, tour }: Stop): CapturePlace {
  return { id, tour, kinds: draftKinds, base: () => ({ tour, stop: id }) };
}

/** At a meeting people speak, ask and report figures. */
export function placeOfMeeting({ id, tour }: Meeting): CapturePlace {
  return {
    id,
    tour,
    kinds: ['remark', 'request', 'indicator'],
    base: (kind): Values => {
      if (kind === 'remark') return { tour, meeting: id, occasion: 'meeting' };
      return kind === 'request' || kind === 'indicator' ? { tour, meeting: id } : { tour };
    },
  };
}

import type { Meeting } from '../../../shared/records/meeting';
import type { Stop } from '../../../shared/records/stop';
import type { Tour } from '../../../shared/records/tour';
import type { CapturePlace } from './capture-place';
import { type DraftKind, draftKinds } from './parse-quick-entry';
import type { Values } from './record-maker';

const meetingKinds: readonly DraftKind[] = ['remark', 'request', 'indicator'];
const tourKinds: readonly DraftKind[] = ['remark', 'indicator'];

/** A stop takes down everything. */
export function placeOfStop({ id, tour }: Stop): CapturePlace {
  return { id, tour, kinds: draftKinds, base: () => ({ tour, stop: id }) };
}

/** At a meeting people speak, ask and give figures. */
export function placeOfMeeting({ id, tour }: Meeting): CapturePlace {
  return {
    id,
    tour,
    kinds: meetingKinds,
    base: (kind): Values => {
      if (kind === 'remark') return { tour, meeting: id, occasion: 'meeting' };
      return kind === 'request' || kind === 'indicator' ? { tour, meeting: id } : { tour };
    },
  };
}

/** Of a whole visit there are words and figures that belong to no one stop. */
export function placeOfTour({ id }: Tour): CapturePlace {
  return {
    id,
    tour: id,
    kinds: tourKinds,
    base: (kind): Values => (kind === 'remark' ? { tour: id, occasion: 'tour' } : { tour: id }),
  };
}

import type { RecordKind } from './record-schemas';

/** What an address needs to know of a record; empty where it has none. */
export interface RecordPlace {
  readonly kind: RecordKind;
  readonly id: string;
  readonly tour: string;
  /** The stop at which it was made; of a site the one where it was last visited. */
  readonly stop: string;
  readonly meeting: string;
}

/** The page on which a record stands, down to its card: search and timeline lead there alike. */
export function addressOfRecord(place: RecordPlace): string {
  const { kind, id, tour, stop } = place;
  const ofTour = `/tours/${tour}`;
  switch (kind) {
    case 'tour':
      return `/tours/${id}`;
    case 'team':
      return `${ofTour}/plan?tab=teams&record=${id}`;
    case 'group':
      return `${ofTour}/plan?tab=groups&record=${id}`;
    case 'stop':
      return `${ofTour}/stops/${id}`;
    case 'site':
      // What is known of a site stands beside its stop; the register has those that nobody has visited.
      return stop === '' ? `/register?tab=sites&edit=${id}` : `${ofTour}/stops/${stop}`;
    case 'person':
      return `/register?tab=people&edit=${id}`;
    case 'unit':
      return `/register?tab=units&edit=${id}`;
    case 'checklist':
      return `/checklists/${id}`;
    case 'preset':
      return '/presets';
    case 'meeting':
      return `${ofTour}/meetings/${id}`;
    case 'scoreSheet':
      return `${ofTour}/scores?tab=sheet&record=${id}`;
    case 'score':
      return `${ofTour}/scores?tab=points&record=${id}`;
    case 'answerSheet':
      return stop === '' ? ofTour : `${ofTour}/stops/${stop}?item=${encodeURIComponent(`${id}:`)}`;
    case 'attachment':
      return stop === ''
        ? `${ofTour}/photos?record=${id}`
        : `${ofTour}/stops/${stop}?record=${id}&panel=photos`;
    default:
      return addressOfCard(place);
  }
}

/** What was made at no stop and at no meeting stands with what is said of the whole visit. */
function addressOfCard({ id, tour, stop, meeting }: RecordPlace): string {
  if (stop !== '') return `/tours/${tour}/stops/${stop}?record=${id}`;
  const page = `/tours/${tour}/meetings`;
  return meeting === '' ? `${page}?of=tour&record=${id}` : `${page}/${meeting}?record=${id}`;
}

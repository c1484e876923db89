import { unansweredRequired } from '../checklists/unanswered-required';
import { addressOfRecord } from '../records/address-of-record';
import type { AnswerSheet } from '../records/answer-sheet';
import type { Attachment } from '../records/attachment';
import type { Checklist } from '../records/checklist';
import type { Issue } from '../records/issue';
import type { RecordKind } from '../records/record-schemas';
import type { Signature } from '../records/signature';
import type { Stop } from '../records/stop';
import { type StopContents, isOpenStop, lacksNotes, lacksPhotos } from './stop-gaps';

/** What this computer has of a tour, as far as it bears on what is still missing. */
export interface EveningRecords {
  readonly attachments: readonly Attachment[];
  readonly issues: readonly Issue[];
  readonly signatures: readonly Signature[];
  readonly answerSheets: readonly AnswerSheet[];
  readonly checklists: readonly Checklist[];
  readonly conflicts: readonly {
    readonly id: string;
    readonly kind: RecordKind;
    readonly stop: string;
    readonly title: string;
  }[];
  /** Hashes of files whose originals are not here. */
  readonly missingFiles: ReadonlySet<string>;
}

export const gapKinds = [
  'openStops',
  'noNotes',
  'noPhotos',
  'filesMissing',
  'required',
  'noResponsible',
  'unsigned',
  'conflicts',
] as const;

export interface Gap {
  readonly kind: (typeof gapKinds)[number];
  /** How many stops, photos, questions or records. */
  readonly n: number;
  /** Where to see to it, with how many of them are there. */
  readonly places: readonly Lacking[];
}

export interface Lacking {
  readonly id: string;
  readonly title: string;
  readonly to: string;
  readonly n: number;
}

/** What the stops of one route still lack in the evening, from what is on this computer; without what nothing lacks of. */
export function eveningGaps(
  route: readonly Stop[],
  titleOf: (stop: Stop) => string,
  contents: ReadonlyMap<string, StopContents>,
  records: EveningRecords,
): readonly Gap[] {
  const byKind: Readonly<Record<Gap['kind'], (stop: Stop) => readonly Lacking[]>> = {
    openStops: (stop) => some(stop, isOpenStop(stop) ? 1 : 0),
    noNotes: (stop) => some(stop, lacksNotes(stop, contents.get(stop.id)) ? 1 : 0),
    noPhotos: (stop) => some(stop, lacksPhotos(stop, contents.get(stop.id)) ? 1 : 0),
    filesMissing: (stop) => {
      const missing = at(records.attachments, stop).filter(({ sha256 }) => records.missingFiles.has(sha256));
      const [first] = missing;
      const to = first && ofRecord({ ...first, kind: 'attachment', title: '' }).to;
      return some(stop, missing.length).map((lacking) => ({ ...lacking, to: to ?? lacking.to }));
    },
    required: (stop) => some(stop, unanswered(stop, records)),
    noResponsible: (stop) =>
      at(records.issues, stop)
        .filter(({ responsible, solvedOnSite }) => responsible.trim() === '' && !solvedOnSite)
        .map((issue) => ofRecord({ ...issue, kind: 'issue', title: issue.text || titleOf(stop) })),
    unsigned: (stop) => some(stop, unsigned(stop, records)),
    conflicts: (stop) =>
      records.conflicts
        .filter((conflict) => conflict.stop === stop.id)
        .map((conflict) => ({ ...ofRecord({ ...conflict, tour: stop.tour }), to: '/sync' })),
  };
  function some({ id, tour, ...stop }: Stop, n: number): readonly Lacking[] {
    return n === 0
      ? []
      : [{ id, title: titleOf({ id, tour, ...stop }), to: `/tours/${tour}/stops/${id}`, n }];
  }
  return gapKinds
    .map((kind): Gap => {
      const places = route.flatMap((stop) => byKind[kind](stop));
      return { kind, n: places.reduce((sum, { n }) => sum + n, 0), places };
    })
    .filter(({ n }) => n > 0);
}

function ofRecord(record: {
  readonly id: string;
  readonly kind: RecordKind;
  readonly tour: string;
  readonly stop: string;
  readonly title: string;
}): Lacking {
  return { id: record.id, title: record.title, to: addressOfRecord({ ...record, meeting: '' }), n: 1 };
}

function at<R extends { readonly stop: string }>(records: readonly R[], stop: Stop): readonly R[] {
  return records.filter((record) => record.stop === stop.id);
}

function unanswered(stop: Stop, { answerSheets, checklists }: EveningRecords): number {
  return at(answerSheets, stop)
    .filter(({ replacedBy }) => replacedBy === '')
    .reduce((sum, sheet) => {
      const checklist = checklists.find(({ id }) => id === sheet.checklist);
      return sum + (checklist ? unansweredRequired(checklist, sheet).length : 0);
    }, 0);
}

/** Findings that nobody of the unit has confirmed, or refused to. */
function unsigned(stop: Stop, { issues, signatures }: EveningRecords): number {
  const confirmed = new Set(at(signatures, stop).flatMap(({ findings }) => findings));
  return at(issues, stop).filter(({ id }) => !confirmed.has(id)).length;
}

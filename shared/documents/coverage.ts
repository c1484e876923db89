import type { RecordKind } from '../records/record-schemas';
import type { TourFile } from '../tour-file/tour-file';
import type { EvidenceRef, OfficialDocument } from './document';
import { listSentences } from './list-sentences';
import { indexTour, type TourIndex } from './tour-index';

const covered = {
  stops: 'stop',
  groups: 'group',
  meetings: 'meeting',
  notes: 'note',
  remarks: 'remark',
  issues: 'issue',
  indicators: 'indicator',
  attachments: 'attachment',
  requests: 'request',
  handovers: 'handover',
  tasks: 'task',
  signatures: 'signature',
} as const satisfies Partial<Record<keyof TourIndex, RecordKind>>;

/**
 * What was recorded and no sentence of its own mentions: stops, groups, meetings, notes, remarks, issues, indicators,
 * attachments, requests, handovers, tasks, signatures. A sentence that only counts does not mention anything, so its evidence does not cover.
 */
export function listUncovered(file: TourFile, document: OfficialDocument): readonly EvidenceRef[] {
  const index = indexTour(file);
  const mentioned = new Set(
    listSentences(document)
      .filter((sentence) => sentence.written === 'record')
      .flatMap((sentence) => sentence.evidence.map(({ kind, id }) => `${kind} ${id}`)),
  );
  return (Object.keys(covered) as (keyof typeof covered)[]).flatMap((list) =>
    index[list]
      .filter((record) => !mentioned.has(`${covered[list]} ${record.id}`))
      .filter((record) => !isBlank(list, record))
      .map((record): EvidenceRef => ({ kind: covered[list], id: record.id })),
  );
}

/** What was opened and left empty says nothing. */
function isBlank(list: keyof typeof covered, record: object): boolean {
  if (list === 'handovers')
    return 'policy' in record && typeof record.policy === 'string' && record.policy.trim() === '';
  const isLine = list === 'notes' || list === 'requests' || list === 'tasks';
  return isLine && 'text' in record && typeof record.text === 'string' && record.text.trim() === '';
}

import type { RecordKind } from '../records/record-schemas';
import type { TourFile } from './tour-file';

export type TourFileList = Exclude<keyof TourFile, 'format' | 'version' | 'tour'>;

/** Which kind of record each list of a tour file holds. */
export const tourFileLists = {
  units: 'unit',
  people: 'person',
  sites: 'site',
  checklists: 'checklist',
  teams: 'team',
  groups: 'group',
  stops: 'stop',
  meetings: 'meeting',
  answerSheets: 'answerSheet',
  notes: 'note',
  remarks: 'remark',
  issues: 'issue',
  indicators: 'indicator',
  attachments: 'attachment',
  requests: 'request',
  handovers: 'handover',
  tasks: 'task',
  signatures: 'signature',
  scoreSheets: 'scoreSheet',
  scores: 'score',
} as const satisfies Record<TourFileList, RecordKind>;

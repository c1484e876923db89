import type { TourFileList } from './tour-file-lists';

/**
 * Which fields name other records, and of which list; `any` is a record of any list. Empty references are no
 * references. The one place that the reader of tour files and its page in docs/formats rest on.
 */
export const tourFileReferences = {
  units: { parent: 'units' },
  people: { unit: 'units' },
  sites: {},
  checklists: {},
  teams: { leader: 'people', members: 'people' },
  groups: { team: 'teams' },
  stops: { team: 'teams', group: 'groups', site: 'sites', insteadOf: 'stops', plannedTeam: 'teams' },
  meetings: {},
  answerSheets: { stop: 'stops', checklist: 'checklists', replacedBy: 'answerSheets' },
  notes: { stop: 'stops', group: 'groups', recording: 'attachments' },
  remarks: { stop: 'stops', group: 'groups', meeting: 'meetings', speaker: 'people' },
  issues: { stop: 'stops', sheet: 'answerSheets' },
  indicators: { stop: 'stops', group: 'groups', meeting: 'meetings' },
  attachments: { stop: 'stops', about: 'any' },
  requests: { stop: 'stops', meeting: 'meetings' },
  handovers: { stop: 'stops' },
  tasks: { stop: 'stops', basis: 'any' },
  signatures: { stop: 'stops', findings: 'issues', remarks: 'remarks' },
  scoreSheets: {},
  scores: { stop: 'stops', sheet: 'scoreSheets' },
} as const satisfies Record<TourFileList, Readonly<Record<string, TourFileList | 'any'>>>;

import type { z } from 'zod';
import { answerSheetSchema } from './answer-sheet';
import { attachmentSchema } from './attachment';
import { checklistSchema } from './checklist';
import { groupSchema } from './group';
import { indicatorSchema } from './indicator';
import { issueSchema } from './issue';
import { meetingSchema } from './meeting';
import { noteSchema } from './note';
import { personSchema } from './person';
import { remarkSchema } from './remark';
import { requestSchema } from './request';
import { handoverSchema } from './handover';
import { taskSchema } from './task';
import { presetSchema } from './preset';
import { signatureSchema } from './signature';
import { scoreSheetSchema } from './score-sheet';
import { scoreSchema } from './score';
import { siteSchema } from './site';
import { stopSchema } from './stop';
import { teamSchema } from './team';
import { tourSchema } from './tour';
import { unitSchema } from './unit';

/** Every kind of record there is. A kind that is not here does not travel. */
export const recordSchemas = {
  tour: tourSchema,
  team: teamSchema,
  group: groupSchema,
  stop: stopSchema,
  site: siteSchema,
  person: personSchema,
  unit: unitSchema,
  checklist: checklistSchema,
  answerSheet: answerSheetSchema,
  note: noteSchema,
  remark: remarkSchema,
  issue: issueSchema,
  attachment: attachmentSchema,
  meeting: meetingSchema,
  indicator: indicatorSchema,
  request: requestSchema,
  handover: handoverSchema,
  task: taskSchema,
  signature: signatureSchema,
  scoreSheet: scoreSheetSchema,
  score: scoreSchema,
  preset: presetSchema,
} as const;

export type RecordKind = keyof typeof recordSchemas;

export type RecordOf<K extends RecordKind> = Readonly<z.infer<(typeof recordSchemas)[K]>>;

export const recordKinds = Object.keys(recordSchemas) as readonly RecordKind[];

/** The register that all tours share travels in this scope; everything of a tour in the scope of its id. */
export const officeScope = 'office';

export const officeKinds: readonly RecordKind[] = ['site', 'person', 'unit', 'checklist', 'preset'];

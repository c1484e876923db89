import { z } from 'zod';
import { answerSheetSchema } from '../records/answer-sheet';
import { attachmentSchema } from '../records/attachment';
import { checklistSchema } from '../records/checklist';
import { groupSchema } from '../records/group';
import { indicatorSchema } from '../records/indicator';
import { issueSchema } from '../records/issue';
import { meetingSchema } from '../records/meeting';
import { noteSchema } from '../records/note';
import { personSchema } from '../records/person';
import { remarkSchema } from '../records/remark';
import { requestSchema } from '../records/request';
import { handoverSchema } from '../records/handover';
import { taskSchema } from '../records/task';
import { signatureSchema } from '../records/signature';
import { scoreSheetSchema } from '../records/score-sheet';
import { scoreSchema } from '../records/score';
import { siteSchema } from '../records/site';
import { stopSchema } from '../records/stop';
import { teamSchema } from '../records/team';
import { tourSchema } from '../records/tour';
import { unitSchema } from '../records/unit';

/**
 * The interchange file: everything about one tour, as values without their history.
 * Documented in docs/formats/. Attachments name their bytes by hash; the bytes lie beside the file in `files/<sha256>`.
 */
export const tourFileSchema = z.strictObject({
  format: z.literal('xunji-tour'),
  version: z.literal(1),
  tour: tourSchema,
  units: z.array(unitSchema).default([]),
  people: z.array(personSchema).default([]),
  sites: z.array(siteSchema).default([]),
  checklists: z.array(checklistSchema).default([]),
  teams: z.array(teamSchema).default([]),
  groups: z.array(groupSchema).default([]),
  stops: z.array(stopSchema).default([]),
  meetings: z.array(meetingSchema).default([]),
  answerSheets: z.array(answerSheetSchema).default([]),
  notes: z.array(noteSchema).default([]),
  remarks: z.array(remarkSchema).default([]),
  issues: z.array(issueSchema).default([]),
  indicators: z.array(indicatorSchema).default([]),
  attachments: z.array(attachmentSchema).default([]),
  requests: z.array(requestSchema).default([]),
  handovers: z.array(handoverSchema).default([]),
  tasks: z.array(taskSchema).default([]),
  signatures: z.array(signatureSchema).default([]),
  scoreSheets: z.array(scoreSheetSchema).default([]),
  scores: z.array(scoreSchema).default([]),
});

export type TourFile = Readonly<z.infer<typeof tourFileSchema>>;

import { z } from 'zod';
import { idSchema } from '../ids/id';

export const attendanceStatuses = ['present', 'leave', 'observer'] as const;

/** 会议: 座谈会 or 调度会 in the course of a tour. */
export const meetingSchema = z.object({
  id: idSchema,
  tour: idSchema,
  order: z.number().int().default(0),
  name: z.string().default(''),
  when: z.string().default(''),
  place: z.string().default(''),
  chair: z.string().default(''),
  agenda: z.array(z.string()).default([]),
  reports: z.array(z.string()).default([]),
  attendance: z
    .array(z.object({ name: z.string(), unit: z.string().default(''), status: z.enum(attendanceStatuses) }))
    .default([]),
  outcome: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Meeting = Readonly<z.infer<typeof meetingSchema>>;

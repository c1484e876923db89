import { z } from 'zod';
import { idSchema, refSchema } from '../ids/id';

export const stopStatuses = ['planned', 'visited', 'skipped', 'added', 'swapped'] as const;

/** The stages of a project, in the order in which a project goes through them. */
export const stages = ['签约', '开工', '在建', '扩建', '竣工', '投产', '列统', '达效'] as const;

/** 点位: one place on a route. `stage` holds one of `stages` or the words of the source; times are "HH:mm" on the tour's day. */
export const stopSchema = z.object({
  id: idSchema,
  tour: idSchema,
  team: refSchema.default(''),
  group: refSchema.default(''),
  order: z.number().int().default(0),
  site: refSchema.default(''),
  spot: z.string().default(''),
  stage: z.string().default(''),
  plannedAt: z.string().default(''),
  leftAt: z.string().default(''),
  visitedAt: z.string().default(''),
  status: z.enum(stopStatuses).default('planned'),
  /** False where the source leaves open which team came here, or to which district it belongs. */
  teamCertain: z.boolean().default(true),
  districtCertain: z.boolean().default(true),
  /** The place that the plan gave it; null for a stop that was not in the plan. */
  plannedOrder: z.number().int().nullable().default(null),
  /** The team that the plan gave it to, where it was moved to another on the way; else empty or its team. */
  plannedTeam: refSchema.default(''),
  /** The stop that this one was visited instead of. */
  insteadOf: refSchema.default(''),
  reason: z.string().default(''),
  /** Why it came onto the route or was moved, kept while `reason` says why nobody goes there. */
  earlierReason: z.string().default(''),
  reporter: z.string().default(''),
  remarks: z.string().default(''),
  deleted: z.boolean().default(false),
});

export type Stop = Readonly<z.infer<typeof stopSchema>>;

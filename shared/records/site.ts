import { z } from 'zod';
import { idSchema } from '../ids/id';
import { positionSchema } from './position';

export const siteKinds = ['enterprise', 'project', 'plot', 'park', 'place'] as const;

/** 对象: an entry of the register. `facts` are sentences that the ledger states about it. */
export const siteSchema = z.object({
  id: idSchema,
  kind: z.enum(siteKinds).default('enterprise'),
  name: z.string().default(''),
  enterprise: z.string().default(''),
  project: z.string().default(''),
  district: z.string().default(''),
  address: z.string().default(''),
  position: positionSchema.nullable().default(null),
  facts: z.array(z.string()).default([]),
  ledger: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  deleted: z.boolean().default(false),
});

export type Site = Readonly<z.infer<typeof siteSchema>>;

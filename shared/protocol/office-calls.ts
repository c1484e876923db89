import { z } from 'zod';
import { roleSchema } from '../access/role';
import { sha256Schema } from '../ids/id';
import { joinCardSchema } from './join-card';

const describedSchema = z.object({
  joined: z
    .object({
      serverUrl: z.string(),
      office: z.string(),
      name: z.string(),
      login: z.string(),
      role: roleSchema,
    })
    .nullable(),
  /** The office that the data on this laptop belongs to; null before any was joined. */
  dataOf: z.string().nullable(),
  /** Another office that this laptop is known to by now: whether the data makes room for that office's, a person decides. */
  waiting: z.string().nullable(),
});

const nothing = z.object({});

/** Joining an office (enrolment), leaving it, and which one this laptop belongs to. */
export const officeCallSchemas = {
  'office.describe': { input: nothing, output: describedSchema },
  /** The SHA-256 of the authority that a server names, for the person to compare before a code goes to it; empty on loopback. */
  'office.probe': {
    input: z.object({ serverUrl: joinCardSchema.shape.serverUrl }),
    output: z.object({ authorityHash: z.union([sha256Schema, z.literal('')]) }),
  },
  'office.join': { input: joinCardSchema, output: describedSchema },
  /** Ends the program. At its next start the data of the former office lies aside and that of the waiting one is here. */
  'office.switch': { input: nothing, output: nothing },
  /** The waiting office is not joined; nothing has changed here. */
  'office.stay': { input: nothing, output: describedSchema },
  /** The server still knows this laptop, until an administrator revokes it there. */
  'office.leave': { input: nothing, output: describedSchema },
} as const;

export type DescribedOffice = z.infer<typeof describedSchema>;

export type JoinedOffice = NonNullable<z.infer<typeof describedSchema>['joined']>;

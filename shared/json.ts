import { z } from 'zod';

/** What a field may hold and a change may carry: JSON, nothing that loses itself on the way. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const jsonSchema: z.ZodType<Json> = z.json();

import { idSchema } from '../ids/id';

/** The id that an exported row carries; empty where there is none, or where somebody wrote something else in its place. */
export function givenId(text: string): string {
  return idSchema.safeParse(text).success ? text : '';
}

import { idOfParts } from '../ids/id-of-parts';

/** The id of the answers to one checklist at one stop, the same on every laptop. */
export function answerSheetId(stop: string, checklist: string): string {
  return idOfParts('sheet', stop, checklist);
}

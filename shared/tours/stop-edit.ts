import type { Json } from '../json';

/** New values of one stop; the stop is made where its id is new. */
export interface StopEdit {
  readonly id: string;
  readonly values: Readonly<Record<string, Json>>;
}

import type { RecordKind } from '../records/record-schemas';

/** Something that happened in the course of a tour, with its place on the clock. Times are labels, for the eye. */
export interface Moment {
  readonly id: string;
  readonly what: 'arrival' | 'departure' | 'photo' | 'memo' | 'file' | MomentKind;
  /** "YYYY-MM-DD"; empty where nobody knows it. */
  readonly day: string;
  /** "HH:mm". */
  readonly time: string;
  /** The last of several photos that were taken one after another; else the same as `time`. */
  readonly until: string;
  readonly team: string;
  readonly stop: string;
  /** The meeting at which it was made, where that was no stop. */
  readonly meeting: string;
  /** The record to jump to. */
  readonly record: string;
  readonly words: string;
  readonly author: string;
  /** How many photos in a row this stands for; else 1. */
  readonly count: number;
}

export const momentKinds = [
  'note',
  'remark',
  'issue',
  'request',
  'handover',
  'task',
  'signature',
] as const satisfies readonly RecordKind[];

export type MomentKind = (typeof momentKinds)[number];

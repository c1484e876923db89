import type { Json } from '../../../shared/json';
import type { Outcome } from '../../../shared/outcome';
import type { DraftKind } from './parse-quick-entry';

export type Values = Readonly<Record<string, Json>>;

export interface NewRecord {
  readonly kind: DraftKind;
  readonly id: string;
  /** What the record needs besides what is typed: its stop, its author, its time. */
  readonly base: Values;
}

export interface RecordMaker {
  /** Makes the record with the first values, then only adds to it. Resolves when it was tried. */
  write(record: NewRecord, values: Values): Promise<void>;
  isMade(id: string): boolean;
  /** Whether anything was typed for it: what is chosen from now on belongs into the record. */
  isBegun(id: string): boolean;
  /** Takes a record back that may be on its way, or never came into being. */
  drop(record: NewRecord): void;
}

/**
 * Makes records out of what is typed, one first save at a time each, so that no part of a record stands without the
 * rest. A save that fails is tried again (`later`) with the newest values, also after its screen was left.
 */
export function createRecordMaker(
  save: (kind: DraftKind, id: string, values: Values) => Promise<Outcome<unknown>>,
  later: (again: () => Promise<void>) => void,
): RecordMaker {
  /** Saved at least in part. */
  const there = new Set<string>();
  /** Saved with all that was typed while it was on its way. */
  const made = new Set<string>();
  const busy = new Set<string>();
  const wanted = new Map<string, Values>();

  async function make(record: NewRecord): Promise<void> {
    const { kind, id } = record;
    if (!wanted.has(id) || busy.has(id)) return;
    busy.add(id);
    let kept: Values = {};
    for (
      let values: Values = { ...(there.has(id) ? {} : record.base), ...wanted.get(id) };
      Object.keys(values).length > 0;
      values = changed(wanted.get(id), kept)
    ) {
      const saved = await save(kind, id, values);
      if (!saved.ok) {
        busy.delete(id);
        return later(() => make(record));
      }
      there.add(id);
      kept = { ...kept, ...values };
    }
    busy.delete(id);
    made.add(id);
    wanted.delete(id);
  }

  async function write(record: NewRecord, values: Values): Promise<void> {
    wanted.set(record.id, { ...wanted.get(record.id), ...values });
    await make(record);
  }

  return {
    write,
    isMade: (id) => made.has(id),
    isBegun: (id) => made.has(id) || wanted.has(id),
    drop: (record) => {
      if (there.has(record.id) || busy.has(record.id)) void write(record, { deleted: true });
      else wanted.delete(record.id);
    },
  };
}

/** What was typed while the record was on its way. */
function changed(newest: Values = {}, kept: Values): Values {
  return Object.fromEntries(Object.entries(newest).filter(([name, value]) => kept[name] !== value));
}

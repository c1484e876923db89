import type { CellFault } from '../itinerary/cell-fault';
import type { RecordValues } from '../tour-file/edits-of-tour-file';
import type { RecordKind } from '../records/record-schemas';
import type { Person } from '../records/person';
import type { Site } from '../records/site';
import type { Unit } from '../records/unit';

/** What is on this laptop already: the register that a table is compared with. */
export interface Register {
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
  readonly sites: readonly Site[];
}

/** One field that a table sets to something else; `ledger` names are as the column says them. */
export interface FieldDifference {
  readonly field: string;
  readonly ledger: boolean;
  readonly from: string;
  readonly to: string;
}

/** What a row of a table means for one record. `row` is 0 where the record is only spoken of, as the unit of a person. */
export interface Difference {
  readonly kind: RecordKind;
  readonly id: string;
  readonly name: string;
  readonly row: number;
  /** `missing`: it is here and the file does not list it; nothing happens to it. */
  readonly change: 'added' | 'changed' | 'same' | 'missing';
  readonly fields: readonly FieldDifference[];
}

/** A table compared with the register. With one fault there are no edits: all or nothing. */
export interface TableReading {
  readonly faults: readonly CellFault[];
  readonly differences: readonly Difference[];
  readonly edits: readonly RecordValues[];
  readonly skipped: number;
}

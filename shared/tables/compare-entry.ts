import type { Json } from '../json';
import type { Difference, FieldDifference } from './table-reading';
import type { TableField } from './table-fields';
import { type RecordKind, officeScope } from '../records/record-schemas';
import type { RecordValues } from '../tour-file/edits-of-tour-file';

interface Compared {
  readonly kind: RecordKind;
  readonly id: string;
  readonly name: string;
  readonly row: number;
  readonly values: Readonly<Record<string, Json>>;
  readonly fields: Readonly<Record<string, TableField>>;
  /** The record as it is, undefined for a new one. */
  readonly existing: Readonly<Record<string, Json>> | undefined;
  /** How a value is read by people, where that is not how it is written into a cell. */
  readonly show?: (field: string, value: Json) => string;
}

export interface Comparison {
  readonly difference: Difference;
  readonly edit: RecordValues | null;
}

/** What an entry does to its record: only fields that would come out of a cell differently are changes. */
export function compareEntry(compared: Compared, ledger: readonly FieldDifference[] = []): Comparison {
  const { kind, id, name, row, values, existing } = compared;
  const shown = (field: string, value: Json | undefined): string =>
    value === undefined
      ? ''
      : (compared.show?.(field, value) ?? String(compared.fields[field]?.write(value) ?? ''));
  const differing = Object.entries(values).filter(
    ([field, value]) => existing === undefined || !sameInCell(compared.fields[field], existing[field], value),
  );
  const fields = [
    ...differing
      .filter(([field]) => field !== 'ledger')
      .map(([field, value]) => ({
        field,
        ledger: false,
        from: shown(field, existing?.[field]),
        to: shown(field, value),
      })),
    ...ledger,
  ];
  const change = existing === undefined ? 'added' : fields.length > 0 ? 'changed' : 'same';
  return {
    difference: { kind, id, name, row, change, fields },
    edit: change === 'same' ? null : { kind, id, tour: officeScope, values: Object.fromEntries(differing) },
  };
}

function sameInCell(field: TableField | undefined, existing: Json | undefined, value: Json): boolean {
  const cell = field === undefined || existing === undefined ? existing : field.read(field.write(existing));
  return JSON.stringify(cell ?? null) === JSON.stringify(value);
}

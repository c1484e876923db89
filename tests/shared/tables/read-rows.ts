import { personSchema } from '../../../shared/records/person';
import { siteSchema } from '../../../shared/records/site';
import { unitSchema } from '../../../shared/records/unit';
import type { RecordValues } from '../../../shared/tour-file/edits-of-tour-file';
import { guessMapping } from '../../../shared/tables/mapping';
import { readRegisterTable } from '../../../shared/tables/read-register-table';
import { type RegisterTable, tableColumns } from '../../../shared/tables/table-columns';
import type { Register, TableReading } from '../../../shared/tables/table-reading';
import type { Cell } from '../../../shared/tables/workbook';

export const empty: Register = { people: [], units: [], sites: [] };
let counter = 0;
const newId = () => `new-${(counter += 1)}`;

/** A table with this header and these rows, read beside a register. */
export function read(
  table: RegisterTable,
  rows: readonly (readonly Cell[])[],
  register = empty,
): TableReading {
  const sheet = { name: '表', rows };
  const mapping = guessMapping(sheet, tableColumns[table], table === 'sites' ? 'ledger' : '');
  return readRegisterTable(table, sheet, mapping, register, newId);
}

/** What saving the edits makes of a register. */
export function after(register: Register, edits: readonly RecordValues[]): Register {
  const apply = <R extends { readonly id: string }>(
    kind: string,
    records: readonly R[],
    parse: (value: unknown) => R,
  ): readonly R[] => {
    const byId = new Map<string, R>(records.map((record) => [record.id, record]));
    for (const edit of edits)
      if (edit.kind === kind) byId.set(edit.id, parse({ ...byId.get(edit.id), id: edit.id, ...edit.values }));
    return [...byId.values()];
  };
  return {
    people: apply('person', register.people, (value) => personSchema.parse(value)),
    units: apply('unit', register.units, (value) => unitSchema.parse(value)),
    sites: apply('site', register.sites, (value) => siteSchema.parse(value)),
  };
}

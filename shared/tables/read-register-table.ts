import type { Mapping } from './mapping';
import { readPeopleTable } from './read-people-table';
import { readSitesTable } from './read-sites-table';
import { readUnitsTable } from './read-units-table';
import type { RegisterTable } from './table-columns';
import type { Register, TableReading } from './table-reading';
import type { Sheet } from './workbook';

/** A table of the register, read as the mapping says and compared with what is there. */
export function readRegisterTable(
  table: RegisterTable,
  sheet: Sheet,
  mapping: Mapping,
  register: Register,
  newId: () => string,
): TableReading {
  switch (table) {
    case 'people':
      return readPeopleTable(sheet, mapping, register, newId);
    case 'units':
      return readUnitsTable(sheet, mapping, register, newId);
    case 'sites':
      return readSitesTable(sheet, mapping, register, newId);
  }
}

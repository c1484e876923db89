import type { Json } from '../json';
import { cellKey } from '../itinerary/cell-text';
import type { Site } from '../records/site';
import { ledgerHeader } from './mapping';
import { personFields } from './read-people-table';
import { siteFields } from './read-sites-table';
import { unitFields } from './read-units-table';
import { type RegisterTable, type TableColumn, ledgerExamples, tableColumns } from './table-columns';
import type { TableField } from './table-fields';
import type { Register } from './table-reading';
import { createUnitFinder } from './unit-finder';
import type { Cell } from './workbook';

/** Rows with the header first, as tables are saved. */
export interface RowTable {
  readonly name: string;
  readonly rows: Cell[][];
}

const titles: Readonly<Record<RegisterTable, string>> = { people: '人员', units: '单位', sites: '对象' };

/** A part of the register as a table that comes back the same when it is imported. People and units stand in order of rank. */
export function writeRegisterTable(table: RegisterTable, register: Register): RowTable {
  return { name: titles[table], rows: tableRows(table, register) };
}

/** A table to fill in: the columns with one example row, and a sheet that explains each of them. */
export function writeTemplate(table: RegisterTable): readonly RowTable[] {
  const columns = tableColumns[table].filter(({ field }) => field !== 'id' && field !== 'position');
  const ledger = table === 'sites' ? ledgerExamples : [];
  return [
    {
      name: titles[table],
      rows: [
        [...columns.map(({ names }) => names[0]), ...ledger.map(([name]) => name)],
        ...(table === 'units'
          ? [columns.map(({ field }) => (field === 'name' ? parentExample(columns) : ''))]
          : []),
        [...columns.map(({ example }) => example), ...ledger.map(([, example]) => example)],
      ],
    },
    {
      name: '填写说明',
      rows: [
        ['列', '说明', '示例'],
        ...columns.map(({ names, explain, example }) => [names[0], explain, example]),
        ...ledger.map(([name, example]) => [name, '台账内容，可自行增减这样的列，都会原样保留。', example]),
        [
          '（提示）',
          '第一行是表头，下面是示例，请删去示例再填写；空着的格子不会抹去登记册中已有的内容。',
          '',
        ],
      ],
    },
  ];
}

/** The unit above the example must stand in the table too, else the template would be refused as it is. */
function parentExample(columns: readonly TableColumn[]): string {
  return columns.find(({ field }) => field === 'parent')?.example ?? '';
}

function tableRows(table: RegisterTable, register: Register): Cell[][] {
  const columns = tableColumns[table].filter(({ field }) => field !== 'position');
  switch (table) {
    case 'people': {
      const label = createUnitFinder(register.units).label;
      const people = [...register.people].sort((one, other) => one.rank - other.rank);
      return rowsOf(columns, people, personFields, ({ unit }) => ({ unit: label(unit) }));
    }
    case 'units': {
      const label = createUnitFinder(register.units).label;
      const units = [...register.units].sort((one, other) => one.rank - other.rank);
      return rowsOf(columns, units, unitFields, ({ parent }) => ({ parent: label(parent) }));
    }
    case 'sites':
      return withLedger(
        rowsOf(columns, register.sites, siteFields, ({ position }) => ({
          longitude: position?.longitude ?? '',
          latitude: position?.latitude ?? '',
        })),
        register.sites,
        columns,
      );
  }
}

function rowsOf<R extends { readonly id: string }>(
  columns: readonly TableColumn[],
  records: readonly R[],
  fields: Readonly<Record<string, TableField>>,
  others: (record: R) => Readonly<Record<string, Cell>>,
): Cell[][] {
  return [
    columns.map(({ names }) => names[0]),
    ...records.map((record) => {
      const values = record as Readonly<Record<string, Json>>;
      const special: Readonly<Record<string, Cell>> = { ...others(record), id: record.id };
      return columns.map(
        ({ field }): Cell => special[field] ?? fields[field]?.write(values[field] ?? '') ?? '',
      );
    }),
  ];
}

/** A column for each name of the ledgers, before the 编号; for a name that one ledger has twice, two. */
function withLedger(rows: Cell[][], sites: readonly Site[], columns: readonly TableColumn[]): Cell[][] {
  const places = new Map<string, number>();
  const headers: string[] = [];
  const lines = sites.map(({ ledger }) => {
    const counts = new Map<string, number>();
    return ledger.map(({ name, value }) => {
      const count = (counts.get(cellKey(name)) ?? 0) + 1;
      counts.set(cellKey(name), count);
      const key = `${cellKey(name)}\n${count}`;
      const at = places.get(key) ?? headers.push(ledgerHeader(name, columns)) - 1;
      places.set(key, at);
      return [at, value] as const;
    });
  });
  return rows.map((row, index) => {
    const cells: Cell[] = index === 0 ? headers : headers.map(() => '');
    if (index > 0) for (const [at, value] of lines[index - 1] ?? []) cells[at] = value;
    return [...row.slice(0, -1), ...cells, row.at(-1) ?? ''];
  });
}

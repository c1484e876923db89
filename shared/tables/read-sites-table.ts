import type { CellFault } from '../itinerary/cell-fault';
import { faultAt } from '../itinerary/fault-at';
import { siteName } from '../itinerary/site-name';
import type { Json } from '../json';
import { compareEntry } from './compare-entry';
import { type MappedRow, mappedRows } from './mapped-rows';
import type { Mapping } from './mapping';
import { type SiteMention, matchSites } from './match-sites';
import { mergeLedger } from './merge-ledger';
import { readEntries, textOf } from './read-entries';
import { readPosition } from './read-position';
import { settle } from './settle';
import { tableColumns } from './table-columns';
import { type TableField, kindField, linesField, textField } from './table-fields';
import type { Register, TableReading } from './table-reading';
import type { Sheet } from './workbook';

/** The columns of 对象 that stand in one cell each; the position and the ledger are read beside them. */
export const siteFields = {
  name: textField,
  kind: kindField,
  enterprise: textField,
  project: textField,
  district: textField,
  address: textField,
  facts: linesField,
} as const;

const positionField: TableField = {
  read: () => null,
  write: (value) => {
    const at = value as { readonly longitude: number; readonly latitude: number } | null;
    return at === null ? '' : `${at.longitude},${at.latitude}`;
  },
  wrong: (text) => ({ zh: text, en: text }),
};

interface RowMention extends SiteMention {
  readonly values: Readonly<Record<string, Json>>;
  readonly source: MappedRow;
}

/** A ledger of enterprises and projects compared with the register; columns that are not ours are kept as lines of the ledger. */
export function readSitesTable(
  sheet: Sheet,
  mapping: Mapping,
  register: Register,
  newId: () => string,
): TableReading {
  const { rows, faults: rowFaults, skipped } = mappedRows(sheet, mapping, tableColumns.sites);
  const faults: CellFault[] = [...rowFaults, ...nothingNamed(sheet, mapping)];
  const sites = new Map(register.sites.map((site) => [site.id, site]));
  const mentions: RowMention[] = [];
  for (const { id, source, values, ...rest } of readEntries(rows, siteFields, faults)) {
    const entry = { id, source, values, ...rest };
    const [enterprise, project] = [textOf(entry, 'enterprise'), textOf(entry, 'project')];
    const written = textOf(entry, 'name');
    const name = written || (sites.has(id) ? '' : siteName(enterprise, project));
    const place = source.place(written !== '' || enterprise + project === '' ? 'name' : 'enterprise');
    if (name === '' && !sites.has(id)) {
      if (nothingNamed(sheet, mapping).length === 0) faults.push(faultAt(place, nameMissing));
      continue;
    }
    const district = textOf(entry, 'district');
    mentions.push({ id, name, enterprise, project, district, row: source.row, place, values, source });
  }
  const matched = matchSites(mentions, register.sites, faults);
  const comparisons = mentions.map((mention) => {
    const id = matched.get(mention);
    const existing = id === undefined ? undefined : sites.get(id);
    const values: Record<string, Json> = { ...mention.values };
    if (existing === undefined) {
      values['name'] = mention.name;
      values['kind'] ??= mention.project === '' ? 'enterprise' : 'project';
    }
    const at = readPosition(mention.source);
    if (at.kind === 'wrong') faults.push(faultAt(mention.source.place(at.field), badPosition));
    if (at.kind === 'read' && !samePosition(existing?.position, at.position))
      values['position'] = at.position;
    const { ledger, differences } = mergeLedger(existing?.ledger ?? [], mention.source.ledger);
    if (ledger !== null) values['ledger'] = ledger as unknown as Json;
    return compareEntry(
      {
        kind: 'site',
        id: id ?? newId(),
        name: mention.name || (existing?.name ?? ''),
        row: mention.row,
        values,
        fields: { ...siteFields, position: positionField },
        existing,
      },
      differences,
    );
  });
  return settle(comparisons, faults, skipped);
}

function samePosition(
  one: { readonly longitude: number; readonly latitude: number } | null | undefined,
  other: { readonly longitude: number; readonly latitude: number },
): boolean {
  return one?.longitude === other.longitude && one.latitude === other.latitude;
}

function nothingNamed(sheet: Sheet, mapping: Mapping): readonly CellFault[] {
  if (['name', 'enterprise', 'project'].some((field) => mapping.fields.includes(field))) return [];
  return [
    faultAt(
      { sheet: sheet.name, row: mapping.header + 1, column: '' },
      {
        zh: '没有“名称”“企业名称”“项目名称”中的任何一列，请在“对应列”中指定，或在表中补上。',
        en: 'There is none of the columns name, enterprise and project; choose one as such, or add it to the sheet.',
      },
    ),
  ];
}

const nameMissing = {
  zh: '名称、企业名称和项目名称都是空的，请至少填写一个，或删去这一行。',
  en: 'Name, enterprise and project are all empty; fill in one of them or delete the row.',
};

const badPosition = {
  zh: '坐标格式不正确，应为十进制的经度和纬度（如 118.3051 和 36.8142），两个都要填，或都留空。',
  en: 'The coordinates cannot be read; expected are longitude and latitude in degrees, for example 118.3051 and 36.8142, both or none.',
};

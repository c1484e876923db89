import type { RegisterTable } from '../../../shared/tables/table-columns';

export const kindOfTable: Readonly<Record<RegisterTable, 'person' | 'unit' | 'site'>> = {
  people: 'person',
  units: 'unit',
  sites: 'site',
};

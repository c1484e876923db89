import { createContext, useContext } from 'react';
import type { RegisterTable } from '../../shared/tables/table-columns';

/** What the import wizard is opened for. */
export type ImportPurpose = RegisterTable | 'itinerary';

/** Opens the wizard, which every page that lists something importable may do. */
export const ImportContext = createContext<(purpose: ImportPurpose) => void>(() => {});

export function useStartImport(): (purpose: ImportPurpose) => void {
  return useContext(ImportContext);
}

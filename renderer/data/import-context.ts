import { createContext, useContext } from 'react';
import type { RegisterTable } from '../../shared/tables/table-columns';

/** What the import wizard is opened for. */
export type ImportPurpose = RegisterTable | 'itinerary' | 'tourFile';

/** A file comes along where one was dropped. */
export type StartImport = (purpose: ImportPurpose, dropped?: File) => void;

/** Opens the wizard, which every page that lists something importable may do. */
export const ImportContext = createContext<StartImport>(() => {});

export function useStartImport(): StartImport {
  return useContext(ImportContext);
}

import { type ReactNode, useCallback, useState } from 'react';
import { ImportContext, type ImportPurpose, type StartImport } from '../data/import-context';
import { ImportWizard } from '../features/register/import-wizard';
import { TourFileWizard } from '../features/register/tour-file-wizard';

interface Asked {
  readonly purpose: ImportPurpose;
  readonly dropped: File | null;
}

/** One wizard for the whole window: every page opens the same one. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const start = useCallback<StartImport>(
    (purpose, dropped) => setAsked({ purpose, dropped: dropped ?? null }),
    [],
  );
  const close = () => setAsked(null);
  return (
    <ImportContext.Provider value={start}>
      {children}
      {asked?.purpose === 'tourFile' && <TourFileWizard dropped={asked.dropped} onClose={close} />}
      {asked && asked.purpose !== 'tourFile' && (
        <ImportWizard purpose={asked.purpose} dropped={asked.dropped} onClose={close} />
      )}
    </ImportContext.Provider>
  );
}

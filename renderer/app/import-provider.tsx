import { type ReactNode, useState } from 'react';
import { ImportContext, type ImportPurpose } from '../data/import-context';
import { ImportWizard } from '../features/register/import-wizard';

/** One wizard for the whole window: every page opens the same one. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const [purpose, setPurpose] = useState<ImportPurpose | null>(null);
  return (
    <ImportContext.Provider value={setPurpose}>
      {children}
      {purpose && <ImportWizard purpose={purpose} onClose={() => setPurpose(null)} />}
    </ImportContext.Provider>
  );
}

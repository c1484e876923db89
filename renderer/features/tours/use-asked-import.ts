import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { StartImport } from '../../data/import-context';

/** Starts the import that the address asks for, as the command palette does, and takes the wish out of the address. */
export function useAskedImport(startImport: StartImport): void {
  const [params, setParams] = useSearchParams();
  const asked = params.get('import');
  useEffect(() => {
    if (asked !== 'itinerary' && asked !== 'tourFile') return;
    setParams({}, { replace: true });
    startImport(asked);
  }, [asked, setParams, startImport]);
}

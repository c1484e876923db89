import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { OfficeContext, useOfficeOfLaptop } from '../data/use-office';

/** Which office this laptop belongs to, known to every page. */
export function OfficeProvider({ children }: { readonly children: ReactNode }) {
  const office = useOfficeOfLaptop(useLocation().pathname);
  return <OfficeContext.Provider value={office}>{children}</OfficeContext.Provider>;
}

import type { ReactNode } from 'react';
import { OfficeContext, useOfficeOfLaptop } from '../data/use-office';

/** Which office this laptop belongs to, known to every page. */
export function OfficeProvider({ children }: { readonly children: ReactNode }) {
  const office = useOfficeOfLaptop();
  return <OfficeContext.Provider value={office}>{children}</OfficeContext.Provider>;
}

import { useOffice } from './use-office';

/** Whether the office would take records from here: a leader's account only reads. A computer that belongs to none is its user's own. */
export function useMayWrite(): boolean {
  return useOffice().joined?.role !== 'leader';
}

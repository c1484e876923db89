import { type Problem, problem } from '../problems';
import type { Caller } from './caller';

/**
 * Who may call a route: strangers as well; whoever has an account; whoever may write; administrators, who must have
 * given their password; or besides them whatever runs on the server's own machine.
 */
export type RouteAccess = 'anyone' | 'caller' | 'writer' | 'administrator' | 'machine';

/** Why this caller may not call a route; null where they may. Null as caller is a stranger. */
export function refuseCall(access: RouteAccess, caller: Caller | null): Problem | null {
  switch (access) {
    case 'anyone':
      return null;
    case 'caller':
      return caller ? null : problem('session.needed');
    case 'writer':
      if (!caller) return problem('session.needed');
      return caller.role === 'leader' ? problem('access.denied') : null;
    case 'machine':
    case 'administrator':
      if (!caller) return problem('session.needed');
      if (caller.role !== 'administrator') return problem('access.denied');
      return caller.isSignedIn ? null : problem('session.passwordNeeded');
  }
}

/** A laptop exchanges for itself alone; without one only an administrator may, for what is published from elsewhere. */
export function refuseDevice(caller: Caller, device: string): Problem | null {
  if (caller.device === '') return caller.role === 'administrator' ? null : problem('device.unknown');
  return caller.device === device ? null : problem('access.denied');
}

import type { Membership } from './membership';
import type { Credentials, OfficeSession } from './office-session';

/** How requests of this laptop show who asks. */
export interface OfficeAccess {
  /** Undefined where this laptop belongs to no office. Rejects where the line breaks. */
  credentials(method: string, path: string, body: string): Promise<Credentials | undefined>;
  /** The server takes this laptop's session for over. */
  end(): void;
}

export function officeAccess(
  membership: () => Pick<Membership, 'serverUrl'> | null,
  session: OfficeSession,
): OfficeAccess {
  return {
    async credentials(method, path, body) {
      const joined = membership();
      return joined ? session.credentials(joined, method, path, body) : undefined;
    },
    end: session.end,
  };
}

import type { Problem } from '../../shared/problems';

/** What people are told about the sync: in words, never a spinner that promises nothing. */
export interface SyncStatus {
  /** `off`: no server set. `offline`: it could not be reached. `trouble`: it answered, but with a problem. */
  readonly stage: 'off' | 'idle' | 'working' | 'offline' | 'trouble';
  readonly unsent: number;
  readonly filesPending: number;
  /** Edits typed here that the server will not take. */
  readonly refused: number;
  /** Edits that this laptop only carried, and may not pass on. */
  readonly held: number;
  /** Records of which a field has several values. */
  readonly conflicts: number;
  /** Changes of others that a newer Xunji made and this one cannot read. */
  readonly unread: number;
  readonly lastContact: string | null;
  readonly problem: Problem | null;
}

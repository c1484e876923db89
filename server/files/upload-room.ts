import type { Clock } from '../../shared/clock';

/** What uploads leave free, for the changes that people make meanwhile and for the database itself. */
const reserveBytes = 256 << 20;

/** Who sends nothing for this long has lost the room that was promised and asks for it anew. */
const patienceMillis = 60 * 60 * 1000;

/** The room on the disk that uploads under way still need: two that would fit alone need not fit together. */
interface UploadRoom {
  /** Promises an upload the room for what is missing of it; false where there is none. */
  promise(id: string, missing: number): Promise<boolean>;
  /** So much is still missing of an upload; 0 where it is over. */
  left(id: string, missing: number): void;
}

export function openUploadRoom(freeBytes: () => Promise<number>, clock: Clock): UploadRoom {
  const promised = new Map<string, { readonly missing: number; readonly at: number }>();
  return {
    async promise(id, missing) {
      const now = clock();
      promised.delete(id);
      for (const [other, { at }] of promised) if (at < now - patienceMillis) promised.delete(other);
      // Before the disk is asked: whoever comes while it answers counts this one.
      promised.set(id, { missing, at: now });
      const all = [...promised.values()].reduce((sum, one) => sum + one.missing, 0);
      if ((await freeBytes()) >= all + reserveBytes) return true;
      promised.delete(id);
      return false;
    },
    left(id, missing) {
      if (missing > 0) promised.set(id, { missing, at: clock() });
      else promised.delete(id);
    },
  };
}

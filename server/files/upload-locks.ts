import type { Lock, Locker, RequestRelease } from '@tus/server';

interface Held {
  readonly askToRelease: RequestRelease;
  readonly released: Promise<void>;
  readonly release: () => void;
}

/** One request at a time per upload. A later one asks the earlier one to let go, and waits without spinning as tus's own locker does. */
export class UploadLocks implements Locker {
  readonly #held = new Map<string, Held>();

  newLock(id: string): Lock {
    return {
      lock: async (_signal, askToRelease) => {
        for (let held = this.#held.get(id); held; held = this.#held.get(id)) {
          await held.askToRelease();
          await held.released;
        }
        let release = (): void => undefined;
        const released = new Promise<void>((resolve) => (release = resolve));
        this.#held.set(id, { askToRelease, released, release });
      },
      unlock: async () => {
        const held = this.#held.get(id);
        this.#held.delete(id);
        held?.release();
      },
    };
  }
}

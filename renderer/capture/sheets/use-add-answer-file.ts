import { useCallback } from 'react';
import type { Stop } from '../../../shared/records/stop';
import { useStore } from '../../data/store-context';
import { useProblemText } from '../../locales/use-problem-text';

type Added = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: string };

/** Puts a file on disk under its hash, then says so in a record of its own: the id of that record is the answer. */
export function useAddAnswerFile(stop: Stop, sheet: string): (file: File) => Promise<Added> {
  const store = useStore();
  const describe = useProblemText();
  return useCallback(
    async (file) => {
      const added = await store.addFile(file, file.name);
      if (!added.ok) return { ok: false, fault: describe(added.problem) };
      const id = store.newId();
      const values = {
        tour: stop.tour,
        stop: stop.id,
        about: sheet,
        sha256: added.value.sha256,
        size: added.value.size,
        mime: file.type,
        name: file.name,
        author: store.userName(),
        at: store.now(),
      };
      const saved = await store.save([{ kind: 'attachment', id, tour: stop.tour, values }]);
      return saved.ok ? { ok: true, value: id } : { ok: false, fault: describe(saved.problem) };
    },
    [store, describe, stop.tour, stop.id, sheet],
  );
}

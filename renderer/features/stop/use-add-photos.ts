import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stop } from '../../../shared/records/stop';
import { useStore } from '../../data/store-context';
import { useProblemText } from '../../locales/use-problem-text';

export interface AddPhotos {
  readonly busy: boolean;
  /** What could not be added, in sentences. */
  readonly faults: readonly string[];
  /** `about`: the id of the record that the pictures are evidence of, or empty. */
  add(files: readonly File[], about: string): void;
}

/** Puts pictures on disk under their hash and then says so in a record each; the original is never changed. */
export function useAddPhotos(stop: Stop): AddPhotos {
  const { t } = useTranslation();
  const store = useStore();
  const describe = useProblemText();
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);

  async function addOne(file: File, about: string): Promise<string | null> {
    if (!file.type.startsWith('image/')) return t('stop.photoNotImage', { name: file.name });
    const added = await store.addFile(file, file.name);
    const saved = added.ok
      ? await store.save([
          {
            kind: 'attachment',
            id: store.newId(),
            tour: stop.tour,
            values: {
              tour: stop.tour,
              stop: stop.id,
              about,
              sha256: added.value.sha256,
              size: added.value.size,
              mime: file.type,
              name: file.name,
              author: store.userName(),
              at: store.now(),
            },
          },
        ])
      : added;
    return saved.ok ? null : t('stop.photoFailed', { name: file.name, fault: describe(saved.problem) });
  }

  async function addAll(files: readonly File[], about: string) {
    setBusy(true);
    setFaults([]);
    for (const file of files) {
      const fault = await addOne(file, about);
      if (fault !== null) setFaults((before) => [...before.filter((other) => other !== fault), fault]);
    }
    setBusy(false);
  }

  return { busy, faults, add: (files, about) => void addAll(files, about) };
}

import type { Json } from '../../../shared/json';
import type { Checklist, Row } from '../../../shared/records/checklist';
import { officeScope } from '../../../shared/records/record-schemas';
import { useStore } from '../../data/store-context';
import { type ObjectField, useObjectField } from '../../data/use-object-field';

/** What the builder changes; each is one field of the record, so that two people can work on the rows and on the lists. */
const parts = ['title', 'survey', 'choices', 'settings', 'lists'] as const;

export interface DraftParts extends Pick<Checklist, 'title' | 'settings' | 'lists'> {
  readonly survey: readonly Row[];
  readonly choices: readonly Row[];
}

/** A draft that is saved as one types: only the fields that differ from what is stored. */
export function useChecklistDraft(checklist: Checklist): ObjectField<DraftParts> {
  const store = useStore();
  const { title, survey, choices, settings, lists } = checklist;
  const stored: DraftParts = { title, survey, choices, settings, lists };
  return useObjectField<DraftParts>(stored, async (value) => {
    const values: Record<string, Json> = {};
    for (const part of parts) {
      if (JSON.stringify(value[part]) !== JSON.stringify(stored[part])) values[part] = value[part];
    }
    if (Object.keys(values).length === 0) return { ok: true, value: null };
    return store.save([{ kind: 'checklist', id: checklist.id, tour: officeScope, values }]);
  });
}

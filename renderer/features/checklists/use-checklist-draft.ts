import { useRef } from 'react';
import type { Json } from '../../../shared/json';
import type { Checklist, Row } from '../../../shared/records/checklist';
import { officeScope } from '../../../shared/records/record-schemas';
import { useStore } from '../../data/store-context';
import { type ObjectField, useObjectField } from '../../data/use-object-field';

/** What the builder changes; each is one field of the record, so that two people can work on the rows and on the lists. */
export interface DraftParts extends Pick<Checklist, 'title' | 'settings' | 'lists'> {
  readonly survey: readonly Row[];
  readonly choices: readonly Row[];
}

export interface ChecklistDraft extends Pick<ObjectField<DraftParts>, 'value' | 'guards'> {
  change(parts: Partial<DraftParts>): void;
  /** As `change`, of what the draft is at that moment: a file that was chosen is read while people type on. */
  amend(partsOf: (now: DraftParts) => Partial<DraftParts>): void;
}

/** A draft that is saved as one types: only the fields that were changed. */
export function useChecklistDraft(checklist: Checklist): ChecklistDraft {
  const store = useStore();
  const { title, survey, choices, settings, lists } = checklist;
  // Not found by comparing with what is stored: that is behind, and a row moved back at once would seem not to have moved.
  const touched = useRef(new Set<keyof DraftParts>());
  const field = useObjectField<DraftParts>(
    { title, survey, choices, settings, lists },
    async (value, before) => {
      const parts = [...touched.current];
      touched.current = new Set();
      const values = Object.fromEntries(parts.map((part) => [part, value[part] as Json]));
      const from = Object.fromEntries(parts.map((part) => [part, before[part] as Json]));
      const saved = await store.save([
        { kind: 'checklist', id: checklist.id, tour: officeScope, values, from },
      ]);
      if (!saved.ok) for (const part of parts) touched.current.add(part);
      return saved;
    },
  );
  function amend(partsOf: (now: DraftParts) => Partial<DraftParts>) {
    field.update((now) => {
      const parts = partsOf(now);
      for (const part of Object.keys(parts)) touched.current.add(part as keyof DraftParts);
      return { ...now, ...parts };
    });
  }
  return { value: field.value, guards: field.guards, amend, change: (parts) => amend(() => parts) };
}

import { useEffect, useState } from 'react';
import type { RecordOf } from '../../shared/records/record-schemas';
import { useObservable } from './observable';
import { type SearchState, searchOf } from './search';
import type { Store } from './store';
import { useStore } from './store-context';
import { valuesOfKind } from './values-of-kind';

type Kind = 'site' | 'person' | 'unit';

interface Found<K extends Kind> {
  readonly values: readonly RecordOf<K>[];
  /** What the search said of itself when it was found. */
  readonly state: SearchState;
}

/** More than a list shows is no answer: somebody types one more letter. */
const shown = 30;

/**
 * What the search finds of one kind of the register, as one types: nothing here grows with the register. The last answer stays
 * until the next one is there; what was typed while the search still read its records is asked again.
 */
export function useRegisterFound<K extends Kind>(kind: K, typed: string): readonly RecordOf<K>[] {
  const store = useStore();
  const query = typed.trim();
  const state = useObservable(searchOf(store.database.name).state);
  const [found, setFound] = useState<Found<K>>({ values: [], state: 'reading' });
  useEffect(() => {
    let wanted = true;
    void (query === '' ? Promise.resolve([]) : ask(store, kind, query)).then((answer) => {
      // An empty field that stays empty must not draw its list again.
      if (wanted)
        setFound((before) =>
          query === '' && before.values.length === 0 ? before : { values: answer, state },
        );
    });
    return () => {
      wanted = false;
    };
  }, [store, kind, query, state]);
  return found.values;
}

async function ask<K extends Kind>(store: Store, kind: K, query: string): Promise<readonly RecordOf<K>[]> {
  const { hits } = await searchOf(store.database.name).find(query, kind);
  const ids = hits.slice(0, shown).map(({ entry }) => entry.id);
  const rows = await store.database.records.bulkGet(ids);
  const values = valuesOfKind(
    store,
    rows.flatMap((row) => row ?? []),
    kind,
  );
  return values.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

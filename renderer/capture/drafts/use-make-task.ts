import { useState } from 'react';
import { useStore } from '../../data/store-context';
import type { StopRecords } from '../../data/use-stop-records';
import { type Basis, chooseBasis, taskValues } from './make-task';
import type { Draft } from './use-draft';

/** One key from a remark, an issue or a request to its task; `fresh` is the one just made. */
export function useMakeTask(draft: Draft, records: StopRecords) {
  const store = useStore();
  const [fresh, setFresh] = useState('');

  function make() {
    const card = document.activeElement?.closest<HTMLElement>('li[data-record]')?.dataset['record'];
    const written = card === undefined ? writtenBasis(draft) : undefined;
    const basis = written ?? chooseBasis(records, card);
    if (!basis) return;
    const id = store.newId();
    const { tour, base } = draft.place;
    const values = { ...base('task'), ...taskValues(basis), author: store.userName(), at: store.now() };
    setFresh(id);
    void store.save([{ kind: 'task', id, tour, values }]);
    // What was being written becomes a card, and the line is free for the next.
    if (written) draft.next();
  }

  return { fresh, make };
}

/** What stands under the line as it is typed, which the database may not hold yet. */
function writtenBasis(draft: Draft): Basis | undefined {
  const text = draft.typed().trim();
  const { kind } = draft;
  if (text === '') return undefined;
  if (kind === 'remark') return { kind, record: { ...draft.record(kind), text } };
  if (kind === 'issue') return { kind, record: { ...draft.record(kind), text } };
  return kind === 'request' ? { kind, record: { ...draft.record(kind), text } } : undefined;
}

import { useCallback, useEffect, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';

export interface Landing {
  /** The item of a checklist that the address names. */
  readonly item: { readonly sheet: string; readonly path: string } | null;
  showRecord(record: string): void;
}

/** The way to one record or one item of a checklist, by the address: a link, a search and a step back lead there alike. */
export function useLanding(open: (panel: 'records' | 'checklist' | 'photos') => void): Landing {
  // A link that is followed again has another key: the address alone would say that nothing happened.
  const { key } = useLocation();
  const [search, setSearch] = useSearchParams();
  const record = search.get('record');
  const item = search.get('item');
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  const itemAt = item === null ? null : `${key} ${item}`;
  useEffect(() => {
    if (itemAt !== null) latest.current('checklist');
  }, [itemAt]);
  const recordAt = record === null ? null : `${key} ${record}`;
  const panel = search.get('panel') === 'photos' ? 'photos' : 'records';
  useEffect(() => {
    // Whoever follows the address brings the card into view: it only has to be drawn.
    if (recordAt !== null) latest.current(panel);
  }, [recordAt, panel]);
  const showRecord = useCallback((id: string) => setSearch({ record: id }), [setSearch]);
  return { item: itemOf(item), showRecord };
}

function itemOf(text: string | null): Landing['item'] {
  const [sheet = '', ...path] = (text ?? '').split(':');
  return sheet === '' ? null : { sheet, path: path.join(':') };
}

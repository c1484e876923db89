import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';

export interface PhotoKeys {
  readonly active: string | null;
  readonly selected: ReadonlySet<string>;
  /** `only` this one, this one besides the others, or all from the last one to this. */
  choose(id: string, how: 'only' | 'toggle' | 'range'): void;
  focus(id: string): void;
  /** These have gone elsewhere: none is chosen, and the keyboard stands on the next that has not. */
  goOn(moved: ReadonlySet<string>): void;
  press(event: KeyboardEvent): void;
}

/** One place of the keyboard among all pictures, and which of them are chosen. The functions stay the same, so that hundreds of pictures are not drawn at every key. */
export function usePhotoKeys(
  ids: readonly string[],
  onOpen: (id: string) => void,
  onMove: () => void,
): PhotoKeys {
  const [active, setActive] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const live = useRef({ ids, anchor: '' });
  useEffect(() => {
    live.current.ids = ids;
  }, [ids]);

  const choose = useCallback((id: string, how: 'only' | 'toggle' | 'range') => {
    setActive(id);
    if (how === 'range') {
      const { ids, anchor } = live.current;
      const [from, to] = [ids.indexOf(anchor), ids.indexOf(id)].sort((a, b) => a - b);
      setSelected(new Set(ids.slice(Math.max(0, from ?? 0), (to ?? 0) + 1)));
      return;
    }
    live.current.anchor = id;
    setSelected((before) => {
      if (how === 'only') return new Set([id]);
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const focus = useCallback((id: string) => setActive(id), []);

  const goOn = useCallback((moved: ReadonlySet<string>) => {
    setSelected(new Set());
    setActive((before) => {
      const { ids } = live.current;
      const place = before === null ? 0 : Math.max(0, ids.indexOf(before));
      const stays = (id: string) => !moved.has(id);
      return ids.slice(place).find(stays) ?? ids.slice(0, place).findLast(stays) ?? before;
    });
  }, []);

  const press = useCallback(
    (event: KeyboardEvent) => {
      const at = event.currentTarget instanceof HTMLElement ? event.currentTarget : null;
      const id = at?.dataset['photo'];
      const withControl = event.ctrlKey || event.metaKey;
      if (!at || id === undefined || event.altKey) return;
      if (withControl && event.key.toLowerCase() === 'a') setSelected(new Set(live.current.ids));
      else if (withControl) return;
      else if (event.key === ' ') choose(id, 'toggle');
      else if (event.key === 'Escape') setSelected(new Set());
      else if (event.key === 'Enter') onOpen(id);
      else if (event.key.toLowerCase() === 'm') {
        setSelected((before) => (before.size > 0 ? before : new Set([id])));
        onMove();
      } else if (event.key.startsWith('Arrow')) {
        const next = neighbour(at, event.key);
        const to = next?.dataset['photo'];
        if (event.shiftKey && to !== undefined) {
          live.current.anchor ||= id;
          choose(to, 'range');
        }
        next?.focus();
      } else return;
      event.preventDefault();
    },
    [choose, onOpen, onMove],
  );

  const current = active !== null && ids.includes(active) ? active : (ids[0] ?? null);
  return useMemo(
    () => ({ active: current, selected, choose, focus, goOn, press }),
    [current, selected, choose, focus, goOn, press],
  );
}

/** The next picture in that direction, as it lies on the screen. */
function neighbour(from: HTMLElement, key: string): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('[data-photo]')];
  const place = all.indexOf(from);
  if (key === 'ArrowLeft') return all[place - 1];
  if (key === 'ArrowRight') return all[place + 1];
  const own = from.getBoundingClientRect();
  const isDown = key === 'ArrowDown';
  const candidates = (isDown ? all.slice(place + 1) : all.slice(0, place).toReversed())
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => (isDown ? box.top >= own.bottom : box.bottom <= own.top));
  const row = candidates[0]?.box.top;
  return candidates
    .filter(({ box }) => box.top === row)
    .sort((a, b) => Math.abs(a.box.left - own.left) - Math.abs(b.box.left - own.left))[0]?.element;
}

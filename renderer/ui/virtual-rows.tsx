import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import './virtual-rows.css';

interface VirtualRowsProps<R> {
  readonly label: string;
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  /** In rem, so that rows grow with the type size. */
  readonly heightOf: (row: R) => number;
  readonly render: (row: R) => ReactNode;
}

/** Rows that are drawn above and below those in view: the Tab key finds the next one there. */
const beyond = 8;

/** A list of any length of which only what is in view is drawn. Rows are as high as is said of them, whatever is in them. */
export function VirtualRows<R>({ label, rows, keyOf, heightOf, render }: VirtualRowsProps<R>) {
  const frame = useRef<HTMLUListElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [rem, setRem] = useState(16);
  const tops = useMemo(() => topsOf(rows, heightOf, rem), [rows, heightOf, rem]);
  const total = tops.at(-1) ?? 0;

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      setRem(Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
      setView({ top: element.scrollTop, height: element.clientHeight });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const first = Math.max(0, placeAt(tops, view.top) - beyond);
  const last = Math.min(rows.length, placeAt(tops, view.top + view.height) + 1 + beyond);
  return (
    <ul
      ref={frame}
      className="virtual-rows"
      style={{ height: total }}
      aria-label={label}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) =>
        setView({ top: scrollTop, height: clientHeight })
      }
    >
      {rows.slice(first, last).map((row, offset) => (
        <li
          key={keyOf(row)}
          aria-setsize={rows.length}
          aria-posinset={first + offset + 1}
          style={{ top: tops[first + offset], height: heightOf(row) * rem }}
        >
          {render(row)}
        </li>
      ))}
      <li aria-hidden="true" style={{ top: total - 1, height: 1 }} />
    </ul>
  );
}

/** Where each row begins, and where the last one ends. */
function topsOf<R>(rows: readonly R[], heightOf: (row: R) => number, rem: number): readonly number[] {
  const tops = [0];
  for (const row of rows) tops.push((tops.at(-1) ?? 0) + heightOf(row) * rem);
  return tops;
}

/** The row at this height: the last one that begins above it. */
function placeAt(tops: readonly number[], height: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

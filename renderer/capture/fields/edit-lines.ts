interface LineEdit {
  readonly lines: readonly string[];
  /** Where the cursor goes. */
  readonly at: number;
}

/** What a key does to a list of lines; null where the key is the line's own. */
export function editLines(lines: readonly string[], at: number, key: string, alt: boolean): LineEdit | null {
  if (key === 'Enter') return { lines: lines.toSpliced(at + 1, 0, ''), at: at + 1 };
  if (key === 'Backspace' && lines[at] === '' && lines.length > 1)
    return { lines: lines.toSpliced(at, 1), at: Math.max(0, at - 1) };
  const step = { ArrowUp: -1, ArrowDown: 1 }[key];
  const to = at + (step ?? 0);
  if (step === undefined || to < 0 || to >= lines.length) return null;
  if (!alt) return { lines, at: to };
  return { lines: lines.toSpliced(at, 1).toSpliced(to, 0, lines[at] ?? ''), at: to };
}

export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond this many steps the middle counts as replaced as a whole: nobody reads such a diff letter by letter. */
const mostSteps = 4_000_000;

/** How one text became another, letter by letter (whole code points), in reading order; what went stands before what came. */
export function diffText(before: string, after: string): readonly DiffPart[] {
  const [a, b] = [Array.from(before), Array.from(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const parts = [
    { kind: 'same' as const, text: a.slice(0, start).join('') },
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    { kind: 'same' as const, text: a.slice(a.length - end).join('') },
  ];
  return joined(parts);
}

/** By the longest common subsequence. */
function middle(a: readonly string[], b: readonly string[]): readonly DiffPart[] {
  if (a.length * b.length > mostSteps || a.length === 0 || b.length === 0)
    return [
      { kind: 'gone', text: a.join('') },
      { kind: 'new', text: b.join('') },
    ];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        a[i] === b[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
  const parts: DiffPart[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [left = '', right = ''] = [a[i], b[j]];
    if (i < a.length && j < b.length && left === right) {
      parts.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (
      i < a.length &&
      (j === b.length || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      parts.push({ kind: 'gone', text: left });
      i += 1;
    } else {
      parts.push({ kind: 'new', text: right });
      j += 1;
    }
  }
  return parts;
}

function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const out: { kind: DiffPart['kind']; text: string }[] = [];
  for (const { kind, text } of parts) {
    const last = out.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else out.push({ kind, text });
  }
  return out;
}

export interface Segment {
  /** Null for words that stand before the first number. */
  readonly number: number | null;
  readonly heading: string;
  readonly text: string;
}

const digits = '一二三四五六七八九十';

/** Ways of numbering, the whole of a mark in one match; a mark counts only at the start or after the end of a clause. */
const ways: readonly RegExp[] = [
  /(?:^|(?<=[\s。；;，,：:！!]))第([一二三四五六七八九十]{1,3})[，,、：:]\s*/g,
  /(?:^|(?<=[\s。；;，,：:！!]))([一二三四五六七八九十]{1,3})是\s*[，,：:]?\s*/g,
  /(?:^|(?<=[\s。；;，,：:！!]))([一二三四五六七八九十]{1,3})(?=要)/g,
  /(?:^|(?<=[\s。；;：:！!]))([一二三四五六七八九十]{1,3})、\s*/g,
  /(?:^|(?<=[\s。；;：:！!]))（([一二三四五六七八九十]{1,3})）\s*/g,
  /(?:^|(?<=[\s。；;：:！!]))(\d{1,2})[.．、]\s*(?!\d)/g,
];

/** A first line longer than this is a sentence and no heading. */
const headingLength = 30;

/**
 * The numbered segments of a statement: 第一…第二…, 一是…二是…, 一要…二要…, 一、…二、…, （一）…, 1. …. Empty where it is not numbered from one
 * on. A short first line on its own is the heading of its segment. No word is lost but the numbers themselves.
 */
export function splitStatement(text: string): readonly Segment[] {
  for (const way of ways) {
    const marks = consecutive([...text.matchAll(way)]);
    if (marks.length < 2) continue;
    const lead = text.slice(0, marks[0]?.index).trim();
    const segments = marks.map((mark, position) =>
      segment(position + 1, text.slice(mark.index + mark[0].length, marks[position + 1]?.index)),
    );
    return lead === '' ? segments : [{ number: null, heading: '', text: lead }, ...segments];
  }
  return [];
}

/** The marks 1, 2, 3 … in their order; a number out of turn belongs to the words. */
function consecutive(marks: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const taken: RegExpExecArray[] = [];
  for (const mark of marks) if (valueOf(mark[1] ?? '') === taken.length + 1) taken.push(mark);
  return taken;
}

function valueOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const at = written.indexOf('十');
  if (at < 0) return digits.indexOf(written) + 1;
  const tens = at === 0 ? 1 : digits.indexOf(written[0] ?? '') + 1;
  const ones = written[at + 1];
  return tens * 10 + (ones === undefined ? 0 : digits.indexOf(ones) + 1);
}

function segment(number: number, written: string): Segment {
  const text = written.trim().replace(/[；;]$/, '');
  const [first = '', ...others] = text.split('\n');
  const below = others.join('\n').trim();
  if (below === '' || first.trim().length > headingLength) return { number, heading: '', text };
  return { number, heading: first.trim(), text: below };
}

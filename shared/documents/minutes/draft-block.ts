import type { Block, Heading, Sentence } from '../document';
import { chineseNumber } from '../chinese-number';

type Level = Heading['level'];

/** A heading whose number is not known yet; levels below the fourth stay at the fourth. */
export function heading(level: number, sentence: Sentence): Heading {
  return { kind: 'heading', level: Math.min(level, 4) as Level, number: '', sentence };
}

/** Numbers all headings in their order: 一、 （一） 1. （1）, each level from one again under a new heading above it. */
export function numberHeadings(blocks: readonly Block[]): readonly Block[] {
  const counts = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const at = block.level - 1;
    counts[at] = (counts[at] ?? 0) + 1;
    counts.fill(0, at + 1);
    return { ...block, number: printedNumber(block.level, counts[at] ?? 0) };
  });
}

/** The number of an item in a list under a heading of a level: the next of 一、 （一） 1. （1） ①. */
export function itemNumber(below: number, count: number): string {
  if (below < 4) return printedNumber((below + 1) as Level, count);
  return count <= 20 ? String.fromCodePoint(0x2460 + count - 1) : `（${count}）`;
}

function printedNumber(level: Level, count: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(count)}、`;
    case 2:
      return `（${chineseNumber(count)}）`;
    case 3:
      return `${count}.`;
    case 4:
      return `（${count}）`;
  }
}

import { describe, expect, it } from 'vitest';
import { splitStatement } from '../../../shared/remarks/split-statement';

const texts = (statement: string) => splitStatement(statement).map(({ number, text }) => [number, text]);

describe('splitStatement', () => {
  it('splits 一是 二是 三是', () => {
    expect(texts('一是要抢工期；二是要保质量；三是要守底线。')).toEqual([
      [1, '要抢工期'],
      [2, '要保质量'],
      [3, '要守底线。'],
    ]);
  });

  it('splits 第一、第二 and keeps the words before them', () => {
    expect(texts('要抓三件事。第一，进度。第二，安全。')).toEqual([
      [null, '要抓三件事。'],
      [1, '进度。'],
      [2, '安全。'],
    ]);
  });

  it('takes a short line of its own as the heading', () => {
    expect(splitStatement('一、提高站位\n要把项目放在心上。\n二、压实责任\n各有关单位要各负其责。')).toEqual([
      { number: 1, heading: '提高站位', text: '要把项目放在心上。' },
      { number: 2, heading: '压实责任', text: '各有关单位要各负其责。' },
    ]);
  });

  it('keeps 要 of 一要 二要, and reads brackets, digits and numbers beyond ten', () => {
    expect(texts('一要快，二要稳。')).toEqual([
      [1, '要快，'],
      [2, '要稳。'],
    ]);
    expect(texts('（一）快。（二）稳。')).toHaveLength(2);
    expect(texts('1.快。 2.稳在 3.5 米以内。')).toEqual([
      [1, '快。'],
      [2, '稳在 3.5 米以内。'],
    ]);
    const twelve = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
    expect(texts(twelve.map((n) => `${n}是做好。`).join(''))).toHaveLength(12);
  });

  it('leaves a statement alone that is not numbered from one on', () => {
    expect(splitStatement('这一是非要讲清楚。')).toEqual([]);
    expect(splitStatement('二是要快，三是要稳。')).toEqual([]);
    expect(splitStatement('第一时间到现场。')).toEqual([]);
    expect(splitStatement('')).toEqual([]);
  });

  it('loses no word', () => {
    const statement = '强调三点：一是进度，二是质量，十是不算，三是安全。';
    const kept = splitStatement(statement)
      .map(({ text }) => text)
      .join('');
    expect(kept).toBe('强调三点：进度，质量，十是不算，安全。');
  });
});

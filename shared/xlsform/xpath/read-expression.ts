import { type ParsedXpath, parseXpath } from './parse-xpath';
import type { FaultWords } from '../../itinerary/fault-at';

export type ExpressionReading =
  | { readonly ok: true; readonly source: string; readonly parsed: ParsedXpath }
  | { readonly ok: false; readonly words: FaultWords };

/** An expression as a cell holds it. Quotes that a word processor made round are read as straight ones where that helps. */
export function readExpression(cell: string): ExpressionReading {
  const known = remembered.get(cell);
  if (known) return known;
  // The check, the circles and the writer each ask for every expression of a form.
  if (remembered.size > 10_000) remembered.clear();
  const reading = read(cell);
  remembered.set(cell, reading);
  return reading;
}

const remembered = new Map<string, ExpressionReading>();

function read(cell: string): ExpressionReading {
  const source = cell.trim();
  const first = parseXpath(source);
  if (first.ok) return { ok: true, source, parsed: first.value };
  const straight = source.replaceAll(/[\u2018\u2019]/g, "'").replaceAll(/[\u201c\u201d]/g, '"');
  const again = straight === source ? first : parseXpath(straight);
  if (again.ok) return { ok: true, source: straight, parsed: again.value };
  return { ok: false, words: describe(source, first.at, first.found) };
}

function describe(source: string, at: number, found: string): FaultWords {
  if (found === '') {
    return { zh: '公式不完整', en: 'the expression is not complete' };
  }
  const place = Array.from(source.slice(0, at)).length + 1;
  if (/^[\uff01-\uff5e\u3001\u3002]/.test(found)) {
    return {
      zh: `公式第 ${place} 个字符“${found}”是全角符号，请改为半角`,
      en: `character ${place} of the expression, “${found}”, is full-width; use the half-width one`,
    };
  }
  return {
    zh: `公式从第 ${place} 个字符“${found}”起读不懂`,
    en: `the expression cannot be understood from character ${place}, “${found}”, on`,
  };
}

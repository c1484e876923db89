import { parseIndicator } from '../../indicators/parse-indicator';
import type { RecordOf } from '../../records/record-schemas';
import type { Paragraph } from '../document';
import { paragraph, quote, ref, unended } from '../say';

type Indicator = RecordOf<'indicator'>;

/** Figures of one place in one paragraph. Neighbours of one period share it; values are printed as they were written. */
export function indicatorParagraph(indicators: readonly Indicator[]): readonly Paragraph[] {
  return paragraph(
    ...indicators.map((indicator, position) => {
      const [before, after] = [indicators[position - 1], indicators[position + 1]];
      const shares = (other: Indicator | undefined) =>
        other !== undefined && other.period === indicator.period;
      const period = indicator.period === '' || shares(before) ? '' : `${indicator.period}，`;
      return quote(
        `${period}${figure(indicator)}${shares(after) ? '；' : '。'}`,
        ref('indicator', indicator),
      );
    }),
  );
}

function figure(indicator: Indicator): string {
  const { subject, name, value, unit, target, yearOnYear, source, text } = indicator;
  // A line in which no figure was recognised stands as it was typed.
  if (value.trim() === '' && text.trim() !== '') return unended(text);
  const { rest } = parseIndicator(text);
  const what = name.startsWith(subject) ? name : `${subject}${name}`;
  const measured = unit === '' || value.endsWith(unit) ? value : `${value}${unit}`;
  const aim = target && !what.includes('目标') ? '目标为' : '';
  return `${what}${aim}${measured}${comparison(yearOnYear)}${rest === '' ? '' : `，${rest}`}${source === '' ? '' : `（来源：${source}）`}`;
}

/** "17.23%" is growth, "-3.1%" decline; words are printed as they are. */
function comparison(yearOnYear: string): string {
  const written = yearOnYear.trim();
  if (written === '') return '';
  if (/^\+?\d/.test(written)) return `，同比增长${written.replace(/^\+/, '')}`;
  if (/^[-−－]\d/.test(written)) return `，同比下降${written.slice(1)}`;
  return `，同比${written.replace(/^同比/, '')}`;
}

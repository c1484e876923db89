/** An indicator out of one line of typing. What was not understood is in `rest`; `value` is as written. */
export interface ParsedIndicator {
  readonly period: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly yearOnYear: string;
  readonly target: boolean;
  readonly rest: string;
}

const number = String.raw`[+\-−]?\d+(?:,\d{3})*(?:\.\d+)?`;
const range = String.raw`\s*(?:—{1,2}|–|-|~|至|到)\s*`;
const base =
  '个百分点|百分点|平方公里|平方千米|平方米|立方米|千瓦时|千瓦|兆瓦|公里|千米|公顷|美元|欧元|港元|元|吨|千克|公斤|标箱|人次|人|名|户|家|个|项|亩|台|套|辆|条|件|次|倍|座|栋|宗|批|位|天|头|只|米|度|GWh|MWh|kWh|GW|MW|kW|TEU|%|‰|℃';
const unit = String.raw`(?:[十百千万亿]{0,2}(?:${base})|万亿|亿|万)(?![A-Za-z])`;
const about = '(?:超过|超|突破|约|近|逾|不少于|不低于|高于|低于)?\\s*';
/** Groups: 1 value, 2 unit of its end, 3 words behind it that belong to the value. */
const figure = new RegExp(
  `(${about}${number}(?:(?:\\s*${unit})?${range}${number})?[余多]?)\\s*(${unit})?(以上|以下|以内|左右)?`,
  'g',
);
const span = String.raw`\d{1,2}\s*(?:—|–|-|~|至)\s*\d{1,2}月(?:份)?`;
const period = new RegExp(
  String.raw`^(?:(?:截至|到|至)?(?:\d{4}年|[今去前明]年)(?:\s*(?:${span}|\d{1,2}月(?:底|末|份)?|上半年|下半年|前[一二三]季度|[一二三四]季度|以来|底|末|度))?|${span}|上半年|下半年|前[一二三]季度|[一二三四]季度)\s*`,
);
const comparison = new RegExp(
  String.raw`[，,；;、（(]?\s*同比(?:(增长|上升|提高|增加|上涨|增)|(下降|减少|降低|回落|下滑|降))?了?\s*[:：]?\s*(持平|(?:${number})\s*(?:%|‰|个百分点)?(?:${range}${number}\s*(?:%|‰|个百分点)?)?)[)）]?`,
);

/**
 * Reads "年产值 272.80 亿元 同比 17.23%", "利用率 50%—70%", "到2027年装机目标 8 GW". Full-width signs are read like half-width ones,
 * and everything is kept as it was written. Where there is no figure, all of it is `rest`.
 */
export function parseIndicator(typed: string): ParsedIndicator {
  const plain = halfWidth(typed);
  const yearOnYear = comparison.exec(plain);
  // Blanked, not cut out: places in the plain text stay places in what was typed.
  const without = yearOnYear
    ? plain.slice(0, yearOnYear.index) +
      ' '.repeat(yearOnYear[0].length) +
      plain.slice(yearOnYear.index + yearOnYear[0].length)
    : plain;
  const start = without.length - without.trimStart().length;
  const when = period.exec(without.slice(start))?.[0] ?? '';
  const from = start + when.length;
  const found = bestFigure(without, from);
  if (!found)
    return { period: '', name: '', value: '', unit: '', yearOnYear: '', target: false, rest: typed.trim() };
  const asWritten = (at: number, length: number) => typed.slice(at, at + length).trim();
  const name = asWritten(from, found.index - from)
    .replace(/(?:达到|达|为|是|[:：,，、=])\s*$/, '')
    .replace(/^[:：,，、\s]+/, '')
    .trim();
  const kept = measured(found, asWritten);
  const end = found.index + found[0].length;
  return {
    period: asWritten(start, when.length),
    name,
    ...kept,
    yearOnYear: yearOnYear ? signed(yearOnYear) : '',
    target: isTarget(plain.slice(0, found.index)),
    rest: unmarked(restOf(typed, without, end)),
  };
}

/** A figure that stands apart and has a unit is meant before "5000吨" inside a name; a bare number only at the end. */
function bestFigure(text: string, from: number): RegExpExecArray | undefined {
  const all = [...text.matchAll(figure)].filter((match) => match.index >= from && !isLabel(text, match));
  const apart = (match: RegExpExecArray) =>
    match.index === from ||
    /[\s:：]$|达到?$|为$|是$/.test(text.slice(from, match.index)) ||
    /^\s/.test(match[0]);
  const measuredOnes = all.filter((match) => match[2] !== undefined);
  const last = all.at(-1);
  const bare =
    last && apart(last) && text.slice(last.index + last[0].length).trim() === '' ? last : undefined;
  return measuredOnes.find(apart) ?? measuredOnes[0] ?? bare;
}

/** "5号厂房" and "2期" are names. */
function isLabel(text: string, match: RegExpExecArray): boolean {
  return match[2] === undefined && /^[号期#年月日]/.test(text.slice(match.index + match[0].length));
}

/** 100亿元以上 is a value with its unit inside; 50%—70% keeps both signs. */
function measured(match: RegExpExecArray, asWritten: (at: number, length: number) => string) {
  const [whole, value = '', unitPart = '', behind] = match;
  if (behind !== undefined) return { value: asWritten(match.index, whole.length), unit: '' };
  if (unitPart === '%' || unitPart === '‰')
    return { value: asWritten(match.index, whole.length), unit: unitPart };
  return { value: asWritten(match.index, value.length), unit: unitPart };
}

/** "下降3.1%" is "-3.1%". */
function signed([, , down, written = '']: RegExpExecArray): string {
  const value = written.replaceAll(/\s+/g, '');
  return down && !/^[+\-−]/.test(value) ? `-${value}` : value;
}

/** A plan that was met (占年度计划68%, 完成目标的90%) is no target. */
function isTarget(before: string): boolean {
  if (/实际|占[^，,]*(?:计划|目标)|完成[^，,]*(?:计划|目标)/.test(before)) return false;
  return /目标|计划|力争|确保|规划/.test(before);
}

/** What is behind the figure, the comparison left out. */
function restOf(typed: string, without: string, end: number): string {
  return Array.from({ length: typed.length - end }, (_, at) =>
    without[end + at] === ' ' ? ' ' : (typed[end + at] ?? ''),
  ).join('');
}

function unmarked(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s，,；;、。]+/, '')
    .replace(/[\s，,；;、。]+$/, '');
}

/** One sign for one, so that every place stays where it is. */
function halfWidth(text: string): string {
  return text
    .replaceAll(/[\uff10-\uff19\uff05\uff0e\uff0b\uff0d\uff5e\uff21-\uff3a\uff41-\uff5a]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    )
    .replaceAll('\u3000', ' ')
    .replaceAll('﹪', '%');
}

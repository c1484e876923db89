import type { Json } from '../../json';
import { answerText } from '../../checklists/answer-text';
import { type ChecklistItem, checklistItems, itemOfKey } from '../../checklists/checklist-items';
import { evaluateRelevant } from '../../checklists/evaluate-relevant';
import { fittingAnswers } from '../../checklists/fitting-answers';
import { groupBy } from '../../checklists/group-by';
import type { RecordOf } from '../../records/record-schemas';
import type { Paragraph } from '../document';
import { paragraph, quote, ref, unended } from '../say';
import type { TourIndex } from '../tour-index';
import { chineseDate } from '../written-date';

type Item = ChecklistItem;

/**
 * What the checklist found, in the order of its items, in one sentence. A sheet without answers says nothing; one that was
 * filled again only what its newer version has no place for.
 */
export function answerParagraph(index: TourIndex, sheet: RecordOf<'answerSheet'>): readonly Paragraph[] {
  const checklist = index.by.checklists.get(sheet.checklist);
  const items = checklist === undefined ? [] : checklistItems(checklist);
  const isTold = toldLater(index, sheet);
  const findings = answeredKeys(sheet, items).flatMap((key) => {
    if (isTold(key)) return [];
    const item = itemOfKey(items, key);
    const answer = words(index, sheet.answers[key] ?? null, item);
    return answer === '' ? [] : [finding(questionOf(item?.label.zh || key), answer)];
  });
  if (findings.length === 0) return [];
  const title = checklist === undefined || checklist.title === '' ? '检查表' : `《${checklist.title}》`;
  return paragraph(
    quote(
      `对照${title}现场检查：${findings.join('；')}`,
      ref('answerSheet', sheet),
      ...(checklist === undefined ? [] : [ref('checklist', checklist)]),
    ),
  );
}

/** What an issue that was made of an item rests on: "《检查表》“消防通道是否畅通”：不合格"; empty where the item is not known. */
export function itemWords(index: TourIndex, sheet: RecordOf<'answerSheet'>, key: string): string {
  const checklist = index.by.checklists.get(sheet.checklist);
  const item = checklist && itemOfKey(checklistItems(checklist), key);
  if (!checklist || !item) return '';
  const answer = words(index, sheet.answers[key] ?? null, item);
  return `《${checklist.title || '检查表'}》“${questionOf(item.label.zh)}”${answer === '' ? '' : `：${answer}`}`;
}

/**
 * Which answers the next sheet tells: those it took over, whatever stands there now, and those it asks anew and has an answer
 * to. Sheets that name each other in a ring are told all the same: nothing else would.
 */
function toldLater(index: TourIndex, sheet: RecordOf<'answerSheet'>): (key: string) => boolean {
  const next = index.by.answerSheets.get(sheet.replacedBy);
  if (next === undefined || isRing(index, sheet)) return () => false;
  const [from, to] = [sheet, next].map(({ checklist }) => index.by.checklists.get(checklist));
  const kept = from && to ? fittingAnswers(sheet.answers, from, to).kept : {};
  // What was answered here only after the take-over, on a laptop that did not know of it, stands nowhere else.
  const taken = (key: string) => Object.hasOwn(kept, key) && Object.hasOwn(next.answers, key);
  return (key) => taken(key) || answerText(next.answers[key] ?? null) !== '';
}

function isRing(index: TourIndex, sheet: RecordOf<'answerSheet'>): boolean {
  const seen = new Set([sheet.id]);
  let last = index.by.answerSheets.get(sheet.replacedBy);
  while (last !== undefined && !seen.has(last.id)) {
    seen.add(last.id);
    last = index.by.answerSheets.get(last.replacedBy);
  }
  return last !== undefined;
}

/**
 * Items of the template that its skip logic asks, an answer that was given before another one hid its question is not a
 * finding: the form marked it, or a rule that is understood without a form says so. Then answers to items that the template
 * does not have (an older version).
 */
function answeredKeys(sheet: RecordOf<'answerSheet'>, items: readonly Item[]): readonly string[] {
  const isAsked = (key: string) => sheet.hidden[key] !== 'yes';
  const asked = Object.fromEntries(Object.entries(sheet.answers).filter(([key]) => isAsked(key)));
  const given = groupBy(Object.keys(asked), (key) => itemOfKey(items, key));
  const { visible } = evaluateRelevant(items, asked);
  const known = items.filter((item) => item.type !== 'note' && visible.has(item.name));
  return [...known, undefined].flatMap((item) => [...(given.get(item) ?? [])].sort(byNumbers));
}

/** The entries of a repeat in the order of their numbers: hazards[2] before hazards[10]. */
function byNumbers(one: string, other: string): number {
  const [left, right] = [one, other].map((key) =>
    [...key.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)),
  );
  const at = (left ?? []).findIndex((number, index) => number !== right?.[index]);
  return at < 0 ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0);
}

/**
 * "消防通道是否畅通" with 是 is said as 消防通道畅通, with 否 as 消防通道不畅通 where that is good Chinese; the unit of
 * "到货率（%）" goes behind its figure; else the question is a heading: "尚缺手续：规划许可".
 */
function finding(question: string, answer: string): string {
  const [before, after = '', ...more] = question.split('是否');
  if (before && after !== '' && more.length === 0) {
    if (answer === '是') return `${before}${after}`;
    if (answer === '否' && deniable.test(after)) return `${before}不${after}`;
  }
  const [measured, what = '', unit = ''] = /^(.+)（([^（）]+)）$/.exec(question) ?? [];
  if (measured !== undefined && /^[\d.]+$/.test(answer)) return `${what}：${answer}${unit}`;
  return `${question.replace(/有?哪些/, '')}：${answer}`;
}

const deniable = /^(?:齐全|到位|畅通|规范|及时|清晰|合格|一致|完整|完好|有效|符合\S*)$/;

function words(index: TourIndex, answer: Json, item: Item | undefined): string {
  if (answer === null) return '';
  if (typeof answer === 'boolean') return answer ? '是' : '否';
  if (Array.isArray(answer)) {
    return answer
      .map((part: Json) =>
        typeof part === 'string' ? choiceLabel(part.trim(), item) : words(index, part, item),
      )
      .join('、');
  }
  if (typeof answer === 'object') return JSON.stringify(answer);
  const text = String(answer).trim();
  const file = index.by.attachments.get(text);
  if (file) return file.mime.startsWith('image/') ? '见照片' : `见“${file.name}”`;
  if (item?.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return chineseDate(text);
  const [, day, time] = /^(?:(\d{4}-\d{2}-\d{2})T)?(\d{2}:\d{2}):\d{2}\.\d{3}\S*$/.exec(text) ?? [];
  if (time !== undefined) return day === undefined ? time : `${chineseDate(day)}${time}`;
  const names = text.split(/\s+/);
  // Several answers, in the order of a ranking too; a text with spaces names no choices.
  if (names.every((name) => item?.choices.some((choice) => choice.name === name))) {
    return names.map((name) => choiceLabel(name, item)).join('、');
  }
  return item?.control === 'acknowledge' && text === 'OK' ? '已确认' : choiceLabel(text, item);
}

function choiceLabel(name: string, item: Item | undefined): string {
  return item?.choices.find((choice) => choice.name === name)?.label.zh || unended(name);
}

function questionOf(text: string): string {
  return text.trim().replace(/[？?：:。]+$/, '');
}

import type { Json } from '../../json';
import type { RecordOf } from '../../records/record-schemas';
import type { Paragraph } from '../document';
import { paragraph, quote, ref, unended } from '../say';
import type { TourIndex } from '../tour-index';

type Checklist = RecordOf<'checklist'>;

/** What the checklist found, in the order of its items, in one sentence. A sheet without answers says nothing. */
export function answerParagraph(index: TourIndex, sheet: RecordOf<'answerSheet'>): readonly Paragraph[] {
  const checklist = index.by.checklists.get(sheet.checklist);
  const findings = answeredNames(sheet, checklist).flatMap((name) => {
    const item = checklist?.items.find((candidate) => candidate.name === name);
    const answer = words(sheet.answers[name] ?? null, item);
    return answer === '' ? [] : [`${questionOf(item?.label.zh ?? name)}“${answer}”`];
  });
  if (findings.length === 0) return [];
  const title = checklist === undefined || checklist.title === '' ? '检查表' : `《${checklist.title}》`;
  return paragraph(
    quote(
      `对照${title}现场检查：${findings.join('，')}`,
      ref('answerSheet', sheet),
      ...(checklist === undefined ? [] : [ref('checklist', checklist)]),
    ),
  );
}

/** Items of the template first; answers to items that it does not have (an older version) after them. */
function answeredNames(sheet: RecordOf<'answerSheet'>, checklist: Checklist | undefined): readonly string[] {
  const known = (checklist?.items ?? []).filter((item) => item.type !== 'note').map((item) => item.name);
  const unknown = Object.keys(sheet.answers).filter(
    (name) => !(checklist?.items ?? []).some((item) => item.name === name),
  );
  return [...known, ...unknown];
}

function words(answer: Json, item: Checklist['items'][number] | undefined): string {
  if (answer === null) return '';
  if (typeof answer === 'boolean') return answer ? '是' : '否';
  if (Array.isArray(answer)) return answer.map((part: Json) => words(part, item)).join('、');
  if (typeof answer === 'object') return JSON.stringify(answer);
  const choice = item?.choices.find((candidate) => candidate.name === String(answer));
  return choice?.label.zh ?? unended(String(answer));
}

function questionOf(text: string): string {
  return text.trim().replace(/[？?：:。]+$/, '');
}

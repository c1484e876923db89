import type { RecordOf } from '../../records/record-schemas';
import { chineseNumber } from '../chinese-number';
import type { EvidenceRef, Paragraph, Sentence } from '../document';
import { paragraph, quote, ref } from '../say';
import type { TourIndex } from '../tour-index';
import { personOf } from './names';

type Remark = RecordOf<'remark'>;

/**
 * What was said, in the order it was said: who (with posts where this part of the minutes names the person for the first
 * time), verb, addressee, words. Segments of one statement stay together and keep their numbers. `introduced` holds
 * the names that were given with their posts already and is added to.
 */
export function remarkParagraphs(
  index: TourIndex,
  remarks: readonly Remark[],
  introduced: Set<string>,
  place = '',
): readonly Paragraph[] {
  return statementsOf(remarks).flatMap((segments) => statement(index, segments, introduced, place));
}

function statementsOf(remarks: readonly Remark[]): readonly (readonly Remark[])[] {
  const statements = new Map<string, Remark[]>();
  for (const remark of remarks) {
    const key = remark.statement === '' ? `remark ${remark.id}` : `statement ${remark.statement}`;
    statements.set(key, [...(statements.get(key) ?? []), remark]);
  }
  return [...statements.values()];
}

function statement(
  index: TourIndex,
  segments: readonly Remark[],
  introduced: Set<string>,
  place: string,
): readonly Paragraph[] {
  const sentences: Sentence[] = [];
  let before: Remark | undefined;
  for (const segment of segments) {
    const continues =
      before !== undefined &&
      before.verb === segment.verb &&
      speakerOf(index, before) === speakerOf(index, segment);
    const lead = continues ? '' : leadOf(index, segment, introduced, place);
    const number = segment.number === null ? '' : `${chineseNumber(segment.number)}是`;
    sentences.push(segmentSentence(segment, lead, number, continues ? before : undefined));
    before = segment;
  }
  const hasHeadings = segments.length > 1 && segments.some((segment) => segment.heading !== '');
  return hasHeadings ? sentences.flatMap((sentence) => paragraph(sentence)) : paragraph(...sentences);
}

function speakerOf(index: TourIndex, remark: Remark): string {
  return personOf(index, remark.speaker, remark.speakerName).name;
}

/** "某某（区委书记）强调" with place and marks of what is not certain. */
function leadOf(index: TourIndex, remark: Remark, introduced: Set<string>, place: string): string {
  const { name, posts } = personOf(index, remark.speaker, remark.speakerName);
  const isKnown = introduced.has(name);
  introduced.add(name);
  const speaker =
    name === ''
      ? '〔讲话人待核实〕'
      : isKnown || posts.length === 0
        ? name
        : `${name}（${posts.join('、')}）`;
  const doubt = remark.occasionCertain ? '' : '〔讲话场合待核实〕';
  return `${place === '' || !remark.occasionCertain ? '' : `${place}，`}${speaker}${remark.verb}${doubt}`;
}

const transitive = new Set(['要求', '鼓励', '勉励', '希望']);

function segmentSentence(
  segment: Remark,
  lead: string,
  number: string,
  before: Remark | undefined,
): Sentence {
  const evidence: readonly EvidenceRef[] = [ref('remark', segment)];
  const isEdited = segment.edited.trim() !== '';
  const text = (isEdited ? segment.edited : segment.text).trim();
  const heading = segment.heading.trim() === '' ? '' : endedHeading(segment.heading.trim());
  const isNamed =
    segment.addressee === '' ||
    `${heading}${text}`.includes(segment.addressee) ||
    before?.addressee === segment.addressee;
  const addressee = isNamed ? '' : addressed(segment, lead !== '');
  const words = segment.verbatim && !isEdited ? verbatim(text) : text;
  if (lead === '') return quote(`${number}${addressee}${heading}${words}`, ...evidence);
  const flows = transitive.has(segment.verb) && (addressee !== '' || text.startsWith(segment.addressee));
  const join =
    segment.verbatim && !isEdited
      ? '：'
      : flows &&
          number === '' &&
          heading === '' &&
          segment.addressee !== '' &&
          addressee === '' &&
          segment.occasionCertain
        ? ''
        : '，';
  return quote(`${lead}${addressee}${join}${number}${heading}${words}`, ...evidence);
}

function addressed(segment: Remark, isLead: boolean): string {
  if (!isLead) return `对${segment.addressee}，`;
  return transitive.has(segment.verb) ? segment.addressee : `（对${segment.addressee}）`;
}

/** Chinese takes ‘’ inside “”. Words of others are not changed here, so a text with marks of its own goes without outer ones. */
function verbatim(text: string): string {
  return /[“”"]/.test(text) ? text : `“${text}”`;
}

function endedHeading(heading: string): string {
  return /[。！？；：]$/.test(heading) ? heading : `${heading}。`;
}

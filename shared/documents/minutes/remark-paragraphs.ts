import type { RecordOf } from '../../records/record-schemas';
import { chineseNumber } from '../chinese-number';
import type { Paragraph, Sentence } from '../document';
import { paragraph, quote, ref } from '../say';
import type { TourIndex } from '../tour-index';
import { personOf, postsAndName } from './names';

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
  // Of one statement all segments are in marks, or none: some in marks would look as if the others were not said so.
  const isMarked = segments.some((segment) => ownMarks.test(wordsOf(segment)));
  let before: Remark | undefined;
  for (const segment of segments) {
    const continues =
      before !== undefined &&
      before.verb === segment.verb &&
      speakerOf(index, before) === speakerOf(index, segment);
    const lead = continues ? '' : leadOf(index, segment, introduced, place);
    const number = segment.number === null ? '' : `${chineseNumber(segment.number)}是`;
    sentences.push(segmentSentence(segment, lead, number, continues ? before : undefined, isMarked));
    before = segment;
  }
  const hasHeadings = segments.length > 1 && segments.some((segment) => segment.heading !== '');
  return hasHeadings ? sentences.flatMap((sentence) => paragraph(sentence)) : paragraph(...sentences);
}

function speakerOf(index: TourIndex, remark: Remark): string {
  return personOf(index, remark.speaker, remark.speakerName).name;
}

/** "会上，区委书记某某对某区强调" or "区委书记某某要求某区", with marks of what is not certain. */
function leadOf(index: TourIndex, remark: Remark, introduced: Set<string>, place: string): string {
  const { name, posts } = personOf(index, remark.speaker, remark.speakerName);
  const isKnown = introduced.has(name);
  introduced.add(name);
  const speaker = name === '' ? '〔讲话人待核实〕' : isKnown ? name : postsAndName(posts, name);
  const where = place === '' || !remark.occasionCertain ? '' : `${place}，`;
  const doubt = remark.occasionCertain ? '' : '〔讲话场合待核实〕';
  const addressee = isAddresseeNamed(remark) ? '' : remark.addressee;
  if (transitive.has(remark.verb)) return `${where}${speaker}${remark.verb}${doubt}${addressee}`;
  return `${where}${speaker}${addressee === '' ? '' : `对${addressee}`}${remark.verb}${doubt}`;
}

const transitive = new Set(['要求', '鼓励', '勉励', '希望']);

/** Do the words themselves say whom they are for? */
function isAddresseeNamed(remark: Remark): boolean {
  return `${remark.heading}${wordsOf(remark)}`.includes(remark.addressee);
}

function wordsOf({ text, edited }: Remark): string {
  return (edited.trim() === '' ? text : edited).trim();
}

/** One segment; `before` is the one that it goes on from under the same lead. */
function segmentSentence(
  segment: Remark,
  lead: string,
  number: string,
  before: Remark | undefined,
  isMarked: boolean,
): Sentence {
  const heading = segment.heading.trim() === '' ? '' : endedHeading(segment.heading.trim());
  const isQuoted = segment.verbatim && segment.edited.trim() === '';
  const text = wordsOf(segment);
  const words = isQuoted && !isMarked ? `“${text}”` : text;
  if (lead === '') {
    const isNamed = isAddresseeNamed(segment) || before?.addressee === segment.addressee;
    const addressee = isNamed ? '' : `对${segment.addressee}，`;
    return quote(`${number}${addressee}${heading}${words}`, ref('remark', segment));
  }
  const join = isQuoted ? '：' : number === '' && heading === '' && flowsOn(segment, text) ? '' : '，';
  return quote(`${lead}${join}${number}${heading}${words}`, ref('remark', segment));
}

/** "鼓励" with "企业要…" is one clause. */
function flowsOn({ verb, addressee, occasionCertain }: Remark, text: string): boolean {
  return transitive.has(verb) && addressee !== '' && text.startsWith(addressee) && occasionCertain;
}

/** Chinese takes ‘’ inside “”. Words of others are not changed here, so a text with marks of its own goes without outer ones. */
const ownMarks = /[“”"]/;

function endedHeading(heading: string): string {
  return /[。！？；：]$/.test(heading) ? heading : `${heading}。`;
}

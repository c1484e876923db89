import { severityWords } from '../documents/severity-words';
import type { Issue } from '../records/issue';
import type { Signature } from '../records/signature';

export type SheetLanguage = Signature['language'];

interface SheetWords {
  readonly title: string;
  readonly severities: Readonly<Record<Issue['severity'], string>>;
  readonly comma: string;
  readonly semicolon: string;
  readonly space: string;
  readonly end: string;
  readonly solved: string;
  readonly alsoSaid: string;
  found(place: string): string;
  saidAt(place: string): string;
  nothingFound(place: string): string;
  inBrackets(words: string, kind: string): string;
  responsible(who: string): string;
  due(when: string): string;
  said(speaker: string, verb: string, addressee: string, words: string): string;
  readonly facts: Readonly<
    Record<'place' | 'tour' | 'unit' | 'time' | 'address' | 'inspector' | 'statement' | 'opinion', string>
  >;
  readonly agreed: string;
  readonly objection: string;
  readonly refused: string;
  readonly noWitness: string;
  readonly signatures: Readonly<Record<'signer' | 'post' | 'typed' | 'drawn' | 'witness' | 'at', string>>;
  readonly changed: string;
  readonly altered: string;
  readonly unchecked: string;
  code(digits: string): string;
  readonly colon: string;
}

/** The printed words of a 现场确认单, in both editions. What people wrote is never translated. */
export const sheetWords: Readonly<Record<SheetLanguage, SheetWords>> = {
  zh: {
    title: '现场确认单',
    severities: severityWords,
    comma: '，',
    semicolon: '；',
    space: '',
    end: '。',
    solved: '已现场办结',
    alsoSaid: '现场提出以下要求：',
    found: (place) => `经现场检查，${place}存在以下问题，现予确认：`,
    saidAt: (place) => `经现场检查，对${place}提出以下要求，现予确认：`,
    nothingFound: (place) => `经现场检查，未对${place}提出问题。现予确认。`,
    inBrackets: (words, kind) => `${words}（${kind}）。`,
    responsible: (who) => `责任单位：${who}`,
    due: (when) => `整改时限：${when}`,
    said: (speaker, verb, addressee, words) => `${speaker}${verb}${addressee}：${words}`,
    facts: {
      place: '点位',
      tour: '活动',
      unit: '被检查单位',
      time: '时间',
      address: '地点',
      inspector: '记录人',
      statement: '确认内容',
      opinion: '被检查单位意见',
    },
    agreed: '未提出不同意见。',
    objection: '不同意见：',
    refused: '拒绝签名。原因：',
    noWitness: '未注明',
    signatures: {
      signer: '签名人',
      post: '职务',
      typed: '（由本人键入姓名）',
      drawn: '签名',
      witness: '见证人',
      at: '签名时间',
    },
    changed: '签名后，所确认的内容在系统中有改动；本单所载为签名时的文字。',
    altered: '注意：本单内容与签名时的校验码不符，签名后被改动，不能作为确认依据。',
    unchecked: '本单生成时未记录校验码。',
    code: (digits) => `校验码（SHA-256）：${digits}`,
    colon: '：',
  },
  en: {
    title: 'On-site Confirmation',
    severities: { minor: 'minor', major: 'major', critical: 'critical' },
    comma: ', ',
    semicolon: '; ',
    space: ' ',
    end: '.',
    solved: 'Solved on the spot',
    alsoSaid: 'The following was asked for on the spot:',
    found: (place) => `The inspection found the following at ${place}, which is hereby confirmed:`,
    saidAt: (place) => `The following was asked for at ${place}, which is hereby confirmed:`,
    nothingFound: (place) => `The inspection of ${place} raised no issues, which is hereby confirmed.`,
    inBrackets: (words, kind) => `${words} (${kind}).`,
    responsible: (who) => `Responsible: ${who}`,
    due: (when) => `Due: ${when}`,
    said: (speaker, verb, addressee, words) =>
      `${[speaker, verb, addressee].filter((part) => part !== '').join(' ')}: ${words}`,
    facts: {
      place: 'Stop',
      tour: 'Tour',
      unit: 'Unit inspected',
      time: 'Time',
      address: 'Address',
      inspector: 'Recorded by',
      statement: 'What is confirmed',
      opinion: 'Statement of the unit',
    },
    agreed: 'No objection was raised.',
    objection: 'Objection: ',
    refused: 'Refused to sign. Reason: ',
    noWitness: 'not named',
    signatures: {
      signer: 'Signed by',
      post: 'Post',
      typed: ' (name typed in person)',
      drawn: 'Signature',
      witness: 'Witness',
      at: 'Signed at',
    },
    changed: 'The records were changed after signing. This sheet shows the words as they were signed.',
    altered:
      'Warning: this sheet does not agree with its code. It was altered after signing and confirms nothing.',
    unchecked: 'No code was kept when this was signed.',
    code: (digits) => `Code (SHA-256): ${digits}`,
    colon: ': ',
  },
};

import type { RecordOf } from '../../records/record-schemas';
import type { Paragraph, Sentence } from '../document';
import { paragraph, quote, ref, unended } from '../say';

/** What was asked for, one paragraph, with what was answered on the spot. */
export function requestParagraph(requests: readonly RecordOf<'request'>[]): readonly Paragraph[] {
  return paragraph(...requests.map(requestSentence));
}

function requestSentence(request: RecordOf<'request'>): Sentence | null {
  const text = unended(request.text);
  if (text === '') return null;
  const who = request.raisedBy.trim();
  const parts = [
    `${who === '' ? '收到诉求：' : `${who}提出诉求：`}${text}`,
    request.responsible.trim() === '' ? '' : `责任单位：${unended(request.responsible)}`,
    request.answer.trim() === '' ? '' : `现场答复：${unended(request.answer)}`,
    request.settled ? '已现场解决' : '',
  ];
  return quote(parts.filter((part) => part !== '').join('；'), ref('request', request));
}

/** Policies that were handed over, one paragraph, with what was asked about them. */
export function handoverParagraph(handovers: readonly RecordOf<'handover'>[]): readonly Paragraph[] {
  return paragraph(...handovers.map(handoverSentence));
}

function handoverSentence(handover: RecordOf<'handover'>): Sentence | null {
  const policy = unended(handover.policy);
  if (policy === '') return null;
  const parts = [
    `现场送政策：${policy}${handover.receiver.trim() === '' ? '' : `（接收人：${unended(handover.receiver)}）`}`,
    handover.questions.trim() === '' ? '' : `询问：${unended(handover.questions)}`,
    handover.answer.trim() === '' ? '' : `答复：${unended(handover.answer)}`,
  ];
  return quote(parts.filter((part) => part !== '').join('；'), ref('handover', handover));
}

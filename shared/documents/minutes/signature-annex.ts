import type { RecordOf } from '../../records/record-schemas';
import { shownCode } from '../../signatures/signed-content';
import { sheetWords } from '../../signatures/sheet-words';
import { isChangedSinceSigned } from '../../signatures/signed-words';
import type { Annex } from '../document';
import { label, paragraph, quote, ref, refs, say, unended } from '../say';
import type { TourIndex } from '../tour-index';
import { stopName } from './names';

/** 现场确认单: each signature with the words that were signed, on a page of its own; `altered` are those that were tampered with. */
export function signatureAnnexes(index: TourIndex, altered: ReadonlySet<string>): readonly Annex[] {
  return index.signatures.map((signature) => signatureAnnex(index, signature, altered.has(signature.id)));
}

function signatureAnnex(index: TourIndex, signature: RecordOf<'signature'>, isAltered: boolean): Annex {
  const { statement, objection, findings, way, strokes } = signature;
  const own = ref('signature', signature);
  const stop = index.by.stops.get(signature.stop);
  const issues = index.issues.filter(({ id }) => findings.includes(id));
  const remarks = index.remarks.filter(({ id }) => signature.remarks.includes(id));
  const basis = [own, ...refs('issue', issues), ...refs('remark', remarks)];
  const isDrawn = way === 'drawn' && strokes.length > 0;
  return {
    title: stop === undefined ? '现场确认单' : `${stopName(index, stop)}现场确认单`,
    blocks: [
      ...statement.split('\n').flatMap((line) => paragraph(quote(line, ...basis))),
      ...paragraph(objection.trim() === '' ? null : quote(`不同意见：${objection}`, own)),
      ...paragraph(quote(signedBy(signature), own)),
      ...(isDrawn
        ? [{ kind: 'signature' as const, strokes, caption: label(`${signature.signer}（手写签名）`, own) }]
        : []),
      ...paragraph(isAltered ? say(unended(sheetWords.zh.altered), own) : null),
      ...paragraph(
        isChangedSinceSigned(signature, index)
          ? say('签名后所确认的内容有改动，本单所载为签名时的文字', ...basis)
          : null,
      ),
    ],
  };
}

function signedBy({ way, unit, post, signer, at, refusal, witness, digest }: RecordOf<'signature'>): string {
  const who = `${unit}${post}${signer}`;
  const how = {
    drawn: [`签名人：${who}`, '由本人手写签名确认'],
    typed: [`签名人：${who}`, '由本人键入姓名确认'],
    refused: [
      `${who === '' ? '被检查单位' : who}拒绝签名`,
      refusal.trim() === '' ? '' : `原因：${unended(refusal)}`,
    ],
  }[way];
  return [
    ...how,
    witness.trim() !== ''
      ? `见证人：${witness.trim()}`
      : way === 'refused'
        ? `见证人${sheetWords.zh.noWitness}`
        : '',
    at === '' ? '' : `时间：${at.slice(0, 16).replace('T', ' ')}`,
    digest === '' ? '' : `校验码：${shownCode(digest)}`,
  ]
    .filter((part) => part !== '')
    .join('；');
}

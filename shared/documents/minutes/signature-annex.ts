import type { RecordOf } from '../../records/record-schemas';
import { isChangedSinceSigned } from '../../signatures/signed-words';
import type { Annex } from '../document';
import { paragraph, quote, ref, refs, say } from '../say';
import type { TourIndex } from '../tour-index';
import { stopName } from './names';

/** 现场确认单: each signature with the words that were signed, on a page of its own. */
export function signatureAnnexes(index: TourIndex): readonly Annex[] {
  return index.signatures.map((signature) => signatureAnnex(index, signature));
}

function signatureAnnex(index: TourIndex, signature: RecordOf<'signature'>): Annex {
  const { statement, signer, post, unit, objection, way, at, findings } = signature;
  const own = ref('signature', signature);
  const stop = index.by.stops.get(signature.stop);
  const issues = index.issues.filter(({ id }) => findings.includes(id));
  const written = way === 'typed' ? '由本人键入姓名确认' : '由本人手写签名确认，签名存于活动记录';
  const signed = [
    `签名人：${unit}${post}${signer}`,
    written,
    at === '' ? '' : `时间：${at.slice(0, 16).replace('T', ' ')}`,
  ];
  return {
    title: stop === undefined ? '现场确认单' : `${stopName(index, stop)}现场确认单`,
    blocks: [
      ...statement.split('\n').flatMap((line) => paragraph(quote(line, own, ...refs('issue', issues)))),
      ...paragraph(objection.trim() === '' ? null : quote(`不同意见：${objection}`, own)),
      ...paragraph(quote(signed.filter((part) => part !== '').join('；'), own)),
      ...paragraph(
        isChangedSinceSigned(signature, index.issues)
          ? say('签名后所确认的问题有改动，本单所载为签名时的文字', own, ...refs('issue', issues))
          : null,
      ),
    ],
  };
}

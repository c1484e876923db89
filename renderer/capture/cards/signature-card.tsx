import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature } from '../../../shared/records/signature';
import { shownCode } from '../../../shared/signatures/signed-content';
import { type Findings, isChangedSinceSigned } from '../../../shared/signatures/signed-words';
import { digestOf } from '../../data/digest-of';
import { SignatureDrawing } from '../../ui/signature-drawing';
import { RecordHead } from './record-head';
import { SheetButtons } from './sheet-buttons';

interface SignatureCardProps {
  readonly signature: Signature;
  readonly tour: string;
  readonly records: Findings;
}

/** What was confirmed, in the words of that moment: it can be looked at, printed and withdrawn, but not edited. */
export function SignatureCard({ signature, tour, records }: SignatureCardProps) {
  const { t } = useTranslation();
  const { signer, post, unit, statement, objection, way, strokes, refusal, witness, digest } = signature;
  const altered = useAltered(signature);
  return (
    <article className="panel record record-signature">
      <RecordHead kind="signature" record={signature} text={signer}>
        <span className="record-who cut">
          <strong>{signer}</strong> {[unit, post].filter(Boolean).join(' ')}
        </span>
        {way !== 'drawn' && (
          <span className="severity severity-major">
            {t(way === 'typed' ? 'capture.typedMark' : 'capture.refusedMark')}
          </span>
        )}
      </RecordHead>
      {altered && <Alert type="error" showIcon title={t('capture.altered')} />}
      {isChangedSinceSigned(signature, records) && (
        <Alert type="warning" showIcon title={t('capture.changedSince')} />
      )}
      <p className="record-locked">{statement}</p>
      {way === 'refused' && <p className="record-objection">{t('capture.refusalIs', { text: refusal })}</p>}
      {objection !== '' && (
        <p className="record-objection">{t('capture.objectionIs', { text: objection })}</p>
      )}
      {witness !== '' && <p>{t('capture.witnessIs', { name: witness })}</p>}
      {way === 'drawn' && (
        <div className="signature-shown">
          <SignatureDrawing strokes={strokes} label={t('capture.signatureOf', { name: signer })} />
        </div>
      )}
      {digest !== '' && <p className="soft figures">{t('capture.code', { code: shownCode(digest) })}</p>}
      <SheetButtons signature={signature} tour={tour} records={records} />
    </article>
  );
}

/** Whether what is stored is no longer what was signed, whoever changed it and by whatever way. */
function useAltered(signature: Signature): boolean {
  const [taken, setTaken] = useState({ signature, digest: signature.digest });
  useEffect(() => {
    let latest = true;
    void digestOf(signature).then((digest) => {
      if (latest) setTaken({ signature, digest });
    });
    return () => {
      latest = false;
    };
  }, [signature]);
  return signature.digest !== '' && taken.signature === signature && taken.digest !== signature.digest;
}

import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../../shared/records/issue';
import type { Signature } from '../../../shared/records/signature';
import { isChangedSinceSigned } from '../../../shared/signatures/signed-words';
import { RecordHead } from './record-head';
import { SignatureDrawing } from './signature-drawing';

interface SignatureCardProps {
  readonly signature: Signature;
  readonly issues: readonly Issue[];
}

/** What was confirmed, in the words of that moment: it can be looked at and withdrawn, but not edited. */
export function SignatureCard({ signature, issues }: SignatureCardProps) {
  const { t } = useTranslation();
  const { signer, post, unit, statement, objection, way, strokes } = signature;
  return (
    <article className="panel record record-signature">
      <RecordHead kind="signature" record={signature} text={signer}>
        <span className="record-who cut">
          <strong>{signer}</strong> {[unit, post].filter(Boolean).join(' ')}
        </span>
        {way === 'typed' && <span className="severity severity-major">{t('capture.typedMark')}</span>}
      </RecordHead>
      {isChangedSinceSigned(signature, issues) && (
        <Alert type="warning" showIcon title={t('capture.changedSince')} />
      )}
      <p className="record-locked">{statement}</p>
      {objection !== '' && (
        <p className="record-objection">{t('capture.objectionIs', { text: objection })}</p>
      )}
      {way === 'drawn' && (
        <div className="signature-shown">
          <SignatureDrawing strokes={strokes} label={t('capture.signatureOf', { name: signer })} />
        </div>
      )}
    </article>
  );
}

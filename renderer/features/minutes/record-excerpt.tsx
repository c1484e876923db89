import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EvidenceRef } from '../../../shared/documents/document';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import { excerptOf } from './excerpt-of';

interface RecordExcerptProps {
  readonly evidence: EvidenceRef;
  readonly file: TourFile;
}

/** One record in short: what kind, what it says, its picture, and the way to its stop. */
export function RecordExcerpt({ evidence, file }: RecordExcerptProps) {
  const { t } = useTranslation();
  const { text, by, stop, sha256 } = excerptOf(evidence, file);
  return (
    <>
      <p className="evidence-head">
        <strong>{t(`records.kinds.${evidence.kind}`)}</strong>
        {by && <span className="soft cut">{by}</span>}
        {stop && <Link to={`/tours/${file.tour.id}/stops/${stop}`}>{t('minutes.goToStop')}</Link>}
      </p>
      {text && <p className="evidence-text">{text}</p>}
      {sha256 && <img className="evidence-photo" src={`/files/${sha256}`} alt={text} loading="lazy" />}
    </>
  );
}

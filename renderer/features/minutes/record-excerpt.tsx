import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EvidenceRef } from '../../../shared/documents/document';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import { useThumb } from '../../data/photos/use-thumb';
import { PhotoImage } from '../../ui/photo/photo-image';
import { excerptOf } from './excerpt-of';

interface RecordExcerptProps {
  readonly evidence: EvidenceRef;
  readonly file: TourFile;
}

/** One record in short: what kind, what it says, its picture, and the way to its stop. */
export function RecordExcerpt({ evidence, file }: RecordExcerptProps) {
  const { t } = useTranslation();
  const { text, by, stop, sha256, mime } = excerptOf(evidence, file);
  return (
    <>
      <p className="evidence-head">
        <strong>{t(`records.kinds.${evidence.kind}`)}</strong>
        {by && <span className="soft cut">{by}</span>}
        {stop && <Link to={`/tours/${file.tour.id}/stops/${stop}`}>{t('minutes.goToStop')}</Link>}
      </p>
      {text && <p className="evidence-text">{text}</p>}
      {sha256 && <ExcerptPhoto sha256={sha256} mime={mime} name={text} />}
    </>
  );
}

interface ExcerptPhotoProps {
  readonly sha256: string;
  readonly mime: string;
  readonly name: string;
}

function ExcerptPhoto({ name, ...picture }: ExcerptPhotoProps) {
  const thumb = useThumb(picture);
  return (
    <span className="evidence-photo">
      <PhotoImage alt={name} marked={false} thumb={thumb} />
    </span>
  );
}

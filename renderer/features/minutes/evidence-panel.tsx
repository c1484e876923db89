import { useTranslation } from 'react-i18next';
import type { Sentence } from '../../../shared/documents/document';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import { RecordExcerpt } from './record-excerpt';

interface EvidencePanelProps {
  readonly sentence: Sentence | undefined;
  readonly file: TourFile;
}

/** A sentence that counts rests on everything it counted: showing more than this would hide what matters. */
const shown = 30;

/** The records a sentence rests on. */
export function EvidencePanel({ sentence, file }: EvidencePanelProps) {
  const { t } = useTranslation();
  return (
    <section className="panel evidence" aria-label={t('minutes.evidence')} aria-live="polite">
      <h2>
        {t('minutes.evidence')}{' '}
        {sentence && sentence.evidence.length > 1 && (
          <span className="soft figures">{sentence.evidence.length}</span>
        )}
      </h2>
      {!sentence && <p className="soft">{t('minutes.evidenceHint')}</p>}
      {sentence && <blockquote className="evidence-sentence">{sentence.text}</blockquote>}
      {sentence?.evidence.length === 0 && <p className="soft">{t('minutes.evidenceNone')}</p>}
      <ul className="evidence-list">
        {sentence?.evidence.slice(0, shown).map((ref) => (
          <li key={`${ref.kind} ${ref.id}`}>
            <RecordExcerpt evidence={ref} file={file} />
          </li>
        ))}
      </ul>
    </section>
  );
}

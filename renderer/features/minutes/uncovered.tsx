import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceRef } from '../../../shared/documents/document';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import { RecordExcerpt } from './record-excerpt';

/** A camera card that nobody sorted yet is hundreds of pictures. */
const shownAtFirst = 40;

interface UncoveredProps {
  readonly refs: readonly EvidenceRef[];
  readonly file: TourFile;
}

/** What was recorded and is not in the minutes. Said also when there is nothing: silence would prove nothing. */
export function Uncovered({ refs, file }: UncoveredProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? refs : refs.slice(0, shownAtFirst);
  return (
    <section className="panel evidence" aria-label={t('minutes.missing')}>
      <h2>
        {t('minutes.missing')} <span className="soft figures">{refs.length}</span>
      </h2>
      {refs.length === 0 && <p className="soft">{t('minutes.nothingMissing')}</p>}
      <ul className="evidence-list">
        {shown.map((ref) => (
          <li key={`${ref.kind} ${ref.id}`}>
            <RecordExcerpt evidence={ref} file={file} />
          </li>
        ))}
      </ul>
      {shown.length < refs.length && (
        <Button onClick={() => setAll(true)}>{t('minutes.showAll', { n: refs.length })}</Button>
      )}
    </section>
  );
}

import { Alert, Segmented } from 'antd';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItineraryReading } from '../../../shared/tables/read-itinerary-table';
import type { Difference } from '../../../shared/tables/table-reading';
import { DifferenceTable } from './difference-table';
import { FaultTable } from '../../ui/fault-table';
import { NewTour } from './new-tour';
import type { TableChoice } from './use-import-wizard';

interface ImportPreviewProps {
  readonly file: string;
  readonly choice: TableChoice;
  readonly reading: ItineraryReading;
}

const changes = ['added', 'changed', 'missing', 'same'] as const;

/** What the file would do to the register: every bad cell, or what is new, what changes from what to what, what stays. Drawn once: while it is saved only the bar moves. */
export const ImportPreview = memo(function ImportPreview({ file, choice, reading }: ImportPreviewProps) {
  const { t } = useTranslation();
  const { faults, differences, edits, skipped, tour, known } = reading;
  const counts = new Map(
    changes.map((change) => [
      change,
      differences.filter((difference) => difference.change === change).length,
    ]),
  );
  const [shown, setShown] = useState<Difference['change']>(
    changes.find((change) => change === 'changed' && (counts.get(change) ?? 0) > 0) ??
      changes.find((change) => (counts.get(change) ?? 0) > 0) ??
      'same',
  );
  if (faults.length > 0) return <FaultTable faults={faults} />;
  if (tour && !known) return <NewTour file={file} tour={tour} differences={differences} />;
  return (
    <div className="stack">
      {edits.length === 0 ? (
        <Alert type="success" showIcon title={t(tour ? 'import.nothingTour' : 'import.nothing', { file })} />
      ) : (
        <p className="soft">
          {tour ? t('import.knownTour', { title: tour.tour.title }) : t('import.previewHint', { file })}
          {t('import.emptyKeeps')}
        </p>
      )}
      {choice.kind === 'table' && skipped > 0 && (
        <p className="soft">{t('import.skipped', { n: skipped })}</p>
      )}
      <Segmented
        aria-label={t('import.which')}
        value={shown}
        onChange={setShown}
        options={changes
          .filter((change) => change !== 'missing' || counts.get(change) !== 0)
          .map((change) => ({
            value: change,
            label: t(`import.counts.${change}`, { n: counts.get(change) ?? 0 }),
          }))}
      />
      {shown === 'missing' && <p className="soft">{t('import.missingHint')}</p>}
      <DifferenceTable
        differences={differences.filter(({ change }) => change === shown)}
        showRows={choice.kind === 'table'}
      />
    </div>
  );
});

import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileRow } from '../../data/database';
import type { PendingFiles } from '../../data/outgoing/use-pending-files';
import { VirtualRows } from '../../ui/virtual-rows';
import { writtenSize } from '../../ui/written-size';
import { useTransfers } from '../../data/use-transfers';
import { FileLine } from './file-line';
import { TransferBar } from './transfer-bar';

const directions = ['all', 'toSend', 'toFetch'] as const;

/** Every file that is not on both sides yet, and how far those are that are on their way. */
export function FilesPanel({ files }: { readonly files: PendingFiles }) {
  const { t } = useTranslation();
  const transfers = useTransfers();
  const [direction, setDirection] = useState<(typeof directions)[number]>('all');
  const shown = useMemo(
    () => files.rows.filter((row) => direction === 'all' || row.state === direction),
    [files, direction],
  );
  const count = (state: FileRow['state']) => files.rows.filter((row) => row.state === state).length;
  const bytes = files.rows.reduce((sum, { size = 0 }) => sum + size, 0);
  const label = t('sending.files.title', { n: files.rows.length, size: writtenSize(bytes) });
  return (
    <section id="sync-files" tabIndex={-1} className="panel sync-section" aria-labelledby="files-title">
      <div className="sync-section-head">
        <h2 id="files-title">{label}</h2>
        <Segmented
          aria-label={t('sending.byState')}
          value={direction}
          onChange={setDirection}
          options={directions.map((value) => ({
            value,
            label:
              value === 'all'
                ? t('sending.all')
                : t('sending.stateCount', { state: t(`sending.files.${value}`), n: count(value) }),
          }))}
        />
        <span className="soft">{t('sending.files.settled', { n: files.settled })}</span>
      </div>
      <TransferBar transfers={transfers} />
      {shown.length === 0 ? (
        <p className="soft">{t('sending.noneOfThese')}</p>
      ) : (
        <VirtualRows
          label={label}
          rows={shown}
          keyOf={({ sha256 }) => sha256}
          heightOf={() => 4.2}
          render={(row) => (
            <FileLine row={row} transfer={transfers.running.find(({ sha256 }) => sha256 === row.sha256)} />
          )}
        />
      )}
    </section>
  );
}

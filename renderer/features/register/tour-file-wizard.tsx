import { Alert, Button, Checkbox, Modal, Progress, Segmented, Spin } from 'antd';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../shared/tables/table-reading';
import type { TourFileReading } from '../../data/compare-tour-file';
import { useProblemText } from '../../locales/use-problem-text';
import { PathFaults } from '../../ui/path-faults';
import { DifferenceTable } from './difference-table';
import './import-wizard.css';
import { chosenEdits, useTourFileWizard } from './use-tour-file-wizard';

interface TourFileWizardProps {
  /** A file that was dropped; without one the person is asked. */
  readonly dropped: File | null;
  readonly onClose: () => void;
}

/** A tour from another Xunji: read, looked at, and then all of it or nothing. */
export function TourFileWizard({ dropped, onClose }: TourFileWizardProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { step, choose, bringBack, confirm } = useTourFileWizard(onClose);
  const started = useRef(false);
  const primary = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!started.current) choose(dropped);
    started.current = true;
  });
  // What Enter meets is the way on, whichever step is shown.
  const focus = step.kind;
  useEffect(() => {
    if (focus !== 'reading') primary.current?.focus();
  }, [focus]);
  if (step.kind === 'reading') return <Spin fullscreen description={t('import.readingFile')} />;
  const wanted = step.kind === 'preview' ? chosenEdits(step).length : 0;
  const isReady = step.kind === 'preview' && wanted > 0;
  const isDone = step.kind === 'preview' && wanted === 0;
  return (
    <Modal
      open
      centered
      width={960}
      mask={{ closable: false }}
      title={t('import.titles.tourFile')}
      onCancel={onClose}
      footer={
        step.kind === 'preview' && step.done !== null ? (
          <Progress
            percent={Math.floor((step.done / Math.max(1, wanted)) * 100)}
            aria-label={t('import.saving')}
          />
        ) : (
          <>
            {!isDone && <Button onClick={onClose}>{isReady ? t('import.cancel') : t('import.close')}</Button>}
            <Button
              ref={primary}
              type="primary"
              onClick={isReady ? confirm : isDone ? onClose : () => choose(null)}
            >
              {isReady ? t('import.confirm') : isDone ? t('import.done') : t('import.again')}
            </Button>
          </>
        )
      }
    >
      {step.kind === 'failed' && <Alert type="error" showIcon role="alert" title={describe(step.problem)} />}
      {step.kind === 'faulty' && <PathFaults file={step.file} faults={step.faults} />}
      {step.kind === 'preview' && (
        <div className="stack">
          {step.reading.isTourDeleted && (
            <Alert type="warning" showIcon title={t('import.tourDeleted', { title: step.reading.title })} />
          )}
          {step.reading.restores.length > 0 && (
            <Checkbox
              checked={step.bringsBack}
              disabled={step.done !== null}
              onChange={({ target }) => bringBack(target.checked)}
            >
              {t('import.bringBack', { n: step.reading.restores.length })}
            </Checkbox>
          )}
          <Preview file={step.file} reading={step.reading} missing={step.missing} />
        </div>
      )}
    </Modal>
  );
}

const changes = ['added', 'changed', 'missing', 'same'] as const;
const shownFirst = ['changed', 'added', 'missing'] as const;

interface PreviewProps {
  readonly file: string;
  readonly reading: TourFileReading;
  /** How many originals lie neither beside the file nor on this computer. */
  readonly missing: number;
}

/** Drawn once: while thousands of records are saved only the bar moves. */
const Preview = memo(function Preview({ file, reading, missing }: PreviewProps) {
  const { t } = useTranslation();
  const of = (change: Difference['change']) =>
    reading.differences.filter((difference) => difference.change === change);
  const [shown, setShown] = useState<Difference['change']>(
    shownFirst.find((change) => of(change).length > 0) ?? 'same',
  );
  return (
    <div className="stack">
      {reading.edits.length + reading.restores.length === 0 ? (
        <Alert type="success" showIcon title={t('import.nothingTour', { file })} />
      ) : (
        <p className="soft">{t('import.previewFile', { file, title: reading.title })}</p>
      )}
      {missing > 0 && <Alert type="warning" showIcon title={t('import.originalsMissing', { n: missing })} />}
      <Segmented
        aria-label={t('import.which')}
        value={shown}
        onChange={setShown}
        options={changes
          .filter((change) => change !== 'missing' || of(change).length > 0)
          .map((change) => ({
            value: change,
            label: t(change === 'missing' ? 'import.deletedHere' : `import.counts.${change}`, {
              n: of(change).length,
            }),
          }))}
      />
      <DifferenceTable differences={of(shown)} showRows={false} />
    </div>
  );
});

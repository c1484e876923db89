import { CompassOutlined, ImportOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTours } from '../../data/use-tours';
import { useProblemText } from '../../locales/use-problem-text';
import { EmptyNote } from '../../ui/empty-note';
import { FaultsDialog } from './faults-dialog';
import { NewTourButton } from './new-tour-button';
import { PreviewDialog } from './preview-dialog';
import { TourCard } from './tour-card';
import './tours-page.css';
import { useImport } from './use-import';

/** All tours on this laptop, and the way in for a new one. */
export function ToursPage() {
  const { t } = useTranslation();
  const describe = useProblemText();
  const tours = useTours();
  const { step, problem, open, confirm, close } = useImport();
  const importButton = (
    <Button
      type="primary"
      size="large"
      icon={<ImportOutlined />}
      autoFocus={tours?.length === 0}
      loading={step.kind === 'reading'}
      onClick={open}
    >
      {t('tours.import')}
    </Button>
  );
  return (
    <main className="page">
      <div className="page-head">
        <h1>{t('tours.title')}</h1>
        {tours && tours.length > 0 && (
          <div className="page-actions">
            <NewTourButton />
            {importButton}
          </div>
        )}
      </div>
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
      {tours?.length === 0 && (
        <section className="panel tours-empty">
          <EmptyNote
            icon={<CompassOutlined />}
            title={t('tours.empty')}
            hint={
              <>
                <p>{t('tours.emptyHint')}</p>
                <p>{t('tours.syncHint')}</p>
              </>
            }
            action={
              <div className="page-actions">
                {importButton}
                <NewTourButton />
              </div>
            }
          />
        </section>
      )}
      <ul className="tours-cards">
        {tours?.map((tour) => (
          <TourCard key={tour.id} tour={tour} />
        ))}
      </ul>
      {step.kind === 'faulty' && (
        <FaultsDialog file={step.file} faults={step.faults} onAgain={open} onClose={close} />
      )}
      {step.kind === 'read' && (
        <PreviewDialog
          file={step.file}
          tour={step.tour}
          busy={step.busy}
          onConfirm={confirm}
          onClose={close}
        />
      )}
    </main>
  );
}

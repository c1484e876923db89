import { CompassOutlined, ImportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStartImport } from '../../data/import-context';
import { useMayWrite } from '../../data/use-may-write';
import { useOffice } from '../../data/use-office';
import { useTours } from '../../data/use-tours';
import { EmptyNote } from '../../ui/empty-note';
import { AwayTours } from './away-tours';
import { NewTourButton } from './new-tour-button';
import { TourFilesMenu } from './tour-files-menu';
import { TourCard } from './tour-card';
import { useAskedImport } from './use-asked-import';
import { useDroppedFile } from './use-dropped-file';
import './tours-page.css';

const isTable = /\.(xlsx|xls|et|csv|tsv|txt)$/i;

/** All tours on this laptop, and the way in for a new one. */
export function ToursPage() {
  const { t } = useTranslation();
  const tours = useTours();
  const { joined } = useOffice();
  // A leader reads: a tour that he began would stay on his computer.
  const mayBegin = useMayWrite();
  const startImport = useStartImport();
  useAskedImport(startImport);
  // A table is an itinerary; whatever else it is, the reader of tour files says what is wrong with it.
  useDroppedFile((file) => startImport(isTable.test(file.name) ? 'itinerary' : 'tourFile', file));

  const importButton = (
    <Button
      type="primary"
      size="large"
      icon={<ImportOutlined />}
      autoFocus={tours?.length === 0}
      onClick={() => startImport('itinerary')}
    >
      {t('tours.import')}
    </Button>
  );
  return (
    <main className="page">
      <div className="page-head">
        <h1>{t('tours.title')}</h1>
        {mayBegin && tours && tours.length > 0 && (
          <div className="page-actions">
            <TourFilesMenu />
            <NewTourButton />
            {importButton}
          </div>
        )}
      </div>
      {tours?.length === 0 && (
        <section className="panel tours-empty">
          <EmptyNote
            icon={<CompassOutlined />}
            title={t('tours.empty')}
            hint={
              <>
                {mayBegin && <p>{t('tours.emptyHint')}</p>}
                <p>{t(joined ? 'tours.grantHint' : 'tours.syncHint')}</p>
              </>
            }
            action={
              mayBegin && (
                <div className="page-actions">
                  {importButton}
                  <NewTourButton />
                  <TourFilesMenu />
                </div>
              )
            }
          />
        </section>
      )}
      <ul className="tours-cards">
        {tours?.map((tour) => (
          <TourCard key={tour.id} tour={tour} />
        ))}
      </ul>
      <AwayTours here={tours ?? []} />
    </main>
  );
}

import { FileSearchOutlined } from '@ant-design/icons';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { noRecords, useStopRecords } from '../../data/use-stop-records';
import { useTourView } from '../../data/use-tour-view';
import { EmptyNote } from '../../ui/empty-note';
import { CapturePanel } from './capture-panel';
import { DossierPanel } from './dossier-panel';
import { RoutePanel } from './route-panel';
import './stop-page.css';
import { StopHeader } from './stop-header';

/** Everything on site is this one screen: the route at the left, capture in the middle, what is known at the right. */
export function StopPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tour = '', stop: id = '' } = useParams();
  const view = useTourView(tour);
  // A stop can be written to before it is read: keys that follow a switch at once must find the line.
  const records = useStopRecords(id) ?? noRecords;
  const stop = view?.stops.find((entry) => entry.id === id);
  const route = view?.stops.filter((entry) => entry.team === stop?.team) ?? [];
  const place = route.findIndex((entry) => entry.id === id);
  const previous = route[place - 1]?.id;
  const next = route[place + 1]?.id;

  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const to = event.altKey ? { ArrowUp: previous, ArrowDown: next }[event.key] : undefined;
      if (to === undefined) return;
      event.preventDefault();
      void navigate(`/tours/${tour}/stops/${to}`);
    };
    window.addEventListener('keydown', walk);
    return () => window.removeEventListener('keydown', walk);
  }, [navigate, tour, previous, next]);

  if (view === undefined) return <main className="page soft">{t('overview.loading')}</main>;
  if (!view || !stop) {
    return (
      <main className="page">
        <EmptyNote icon={<FileSearchOutlined />} title={t('stop.notThere')} hint={t('stop.notThereHint')} />
      </main>
    );
  }
  return (
    <div className="stop-page">
      <RoutePanel key={stop.team} view={view} current={stop} />
      <main className="stop-main" data-page-record={id}>
        <StopHeader key={id} view={view} stop={stop} previous={previous} next={next} />
        <CapturePanel key={`capture ${id}`} view={view} stop={stop} records={records} />
      </main>
      <DossierPanel view={view} stop={stop} records={records} />
    </div>
  );
}

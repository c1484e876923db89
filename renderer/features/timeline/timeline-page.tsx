import { ClockCircleOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { listDays } from '../../../shared/timeline/list-days';
import { useTimeline } from '../../data/use-timeline';
import { useTourView } from '../../data/use-tour-view';
import { EmptyNote } from '../../ui/empty-note';
import { TourMissing } from '../../ui/tour-missing';
import './timeline-page.css';
import { TimelineLine } from './timeline-line';

/** The day as it went, of one team or of all: arrivals, records, photos, and where nothing was recorded. */
export function TimelinePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tour = '' } = useParams();
  const view = useTourView(tour);
  const timeline = useTimeline(view);
  const [team, setTeam] = useState('');
  const days = useMemo(
    () => listDays((timeline?.moments ?? []).filter((moment) => team === '' || moment.team === team)),
    [timeline, team],
  );
  if (view === undefined || (view && !timeline))
    return <main className="page soft">{t('overview.loading')}</main>;
  if (view === null || !timeline) return <TourMissing />;
  return (
    <main className="page timeline">
      <div className="page-head">
        <div>
          <h1>{t('timeline.title')}</h1>
          {timeline.untimed > 0 && <p className="soft">{t('timeline.untimed', { n: timeline.untimed })}</p>}
        </div>
        <div className="page-actions">
          {view.teams.length > 1 && (
            <Segmented
              aria-label={t('timeline.team')}
              tabIndex={-1}
              value={team}
              onChange={setTeam}
              options={[
                { value: '', label: t('timeline.all') },
                ...view.teams.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          <Button icon={<DeleteOutlined />} onClick={() => void navigate(`/tours/${tour}/deleted`)}>
            {t('history.deleted')}
          </Button>
        </div>
      </div>
      {days.length === 0 && (
        <div className="panel">
          <EmptyNote
            icon={<ClockCircleOutlined />}
            title={t('timeline.empty')}
            hint={t('timeline.emptyHint')}
          />
        </div>
      )}
      {days.map(({ day, entries }) => (
        <section key={day} className="panel timeline-day" aria-label={day || t('timeline.noDay')}>
          <h2>{day || t('timeline.noDay')}</h2>
          <ol>
            {entries.map(({ moment, gap }) => (
              <TimelineLine key={moment.id} moment={moment} gap={gap} view={view} showTeam={team === ''} />
            ))}
          </ol>
        </section>
      ))}
    </main>
  );
}

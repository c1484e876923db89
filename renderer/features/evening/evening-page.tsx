import { ReloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type Gap, eveningGaps } from '../../../shared/tours/evening-gaps';
import { routeTeams } from '../../../shared/tours/route-teams';
import { stopTitle } from '../../../shared/records/stop-title';
import { useEvening } from '../../data/evening/use-evening';
import { useStopCounts } from '../../data/use-stop-counts';
import { useMetHub } from '../../data/use-hub';
import { useSyncStatus } from '../../data/use-sync-status';
import { useTourView } from '../../data/use-tour-view';
import { useLanguage } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';
import { TourMissing } from '../../ui/tour-missing';
import './evening-page.css';
import { SaveList } from './save-list';
import { TeamGaps } from './team-gaps';
import { Unplaced } from './unplaced';

/** The evening merge: team by team what still lacks, each with the way to it, and which laptops have handed in. */
export function EveningPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { tour = '' } = useParams();
  const view = useTourView(tour);
  const counts = useStopCounts(tour);
  const [round, setRound] = useState(0);
  const { facts, isOld } = useEvening(tour, round, counts);
  const { lastContact } = useSyncStatus();
  const atHub = useMetHub()?.lastContact;
  if (view === undefined) return <main className="page soft">{t('overview.loading')}</main>;
  if (view === null) return <TourMissing />;
  const titleOf = (stop: (typeof view.stops)[number]) => stopTitle(stop, view.sites.get(stop.site));
  const teams = routeTeams(view, t('plan.noTeam')).map((team) => {
    const route = view.stops.filter((stop) => stop.team === team.id);
    const records = facts && { ...facts.records, checklists: view.checklists };
    const gaps: readonly Gap[] = counts && records ? eveningGaps(route, titleOf, counts, records) : [];
    return { team, route, gaps };
  });
  return (
    <main className="page evening">
      <div className="page-head">
        <div>
          <h1>{t('evening.title')}</h1>
          <p className="soft">{t('evening.hint')}</p>
          <p className="soft">
            {lastContact && t('evening.asOf', { at: labelTime(lastContact, language) })}
            {atHub && t('evening.asOfHub', { at: labelTime(atHub, language) })}
            {!lastContact && !atHub && t('evening.neverGot')}
          </p>
        </div>
        <div className="page-actions">
          <SaveList title={view.tour.title} teams={teams} />
          <Button icon={<ReloadOutlined />} loading={isOld} onClick={() => setRound(round + 1)}>
            {t('evening.again')}
          </Button>
        </div>
      </div>
      {!facts || !counts ? (
        <p className="soft">{t('evening.looking')}</p>
      ) : (
        <>
          <Unplaced tour={tour} n={facts.records.attachments.filter(({ stop }) => stop === '').length} />
          {teams.length === 0 && <Alert type="info" showIcon title={t('evening.noRoute')} />}
          <div className="evening-teams">
            {teams.map(({ team, route, gaps }) => (
              <TeamGaps
                key={team.id}
                name={team.name}
                route={route}
                gaps={gaps}
                counts={counts}
                traces={facts.traces}
              />
            ))}
          </div>
        </>
      )}
    </main>
  );
}

import { OrderedListOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { routeTeams } from '../../../shared/tours/route-teams';
import { useStopCounts } from '../../data/use-stop-counts';
import { useTourView } from '../../data/use-tour-view';
import { EmptyNote } from '../../ui/empty-note';
import { TourMissing } from '../../ui/tour-missing';
import './overview-page.css';
import { PersonCard } from './person-card';
import { PlanTable } from './plan-table';
import { TeamColumn } from './team-column';
import { TourSummary } from './tour-summary';

/** A tour at a glance: the figures, and every team with its route. */
export function OverviewPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tour: id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  // Drawn in slices, and its first button focused when it stands: sixty stops at once hold up the window for a tenth of a second.
  const view = useDeferredValue(useTourView(id));
  const counts = useDeferredValue(useStopCounts(id));
  if (view === undefined) return <main className="page soft">{t('overview.loading')}</main>;
  if (view === null) return <TourMissing />;
  const teams = routeTeams(view, t('plan.noTeam'));
  const shown = search.get('show') === 'plan' ? 'plan' : 'route';
  const person = view.people.get(search.get('person') ?? '');
  return (
    <main className="page" data-page-record={view.tour.id}>
      <TourSummary key={view.tour.id} view={view} counts={counts} />
      {person && <PersonCard person={person} view={view} onClose={() => setSearch({})} />}
      <Segmented
        className="overview-shown"
        aria-label={t('overview.shown')}
        value={shown}
        onChange={(next) => setSearch(next === 'plan' ? { show: 'plan' } : {})}
        options={[
          { value: 'route', label: t('plan.route') },
          { value: 'plan', label: t('overview.planActual') },
        ]}
      />
      {shown === 'plan' ? (
        teams.map((team) => <PlanTable key={team.id} team={team} view={view} />)
      ) : (
        <div className="overview-teams">
          {teams.map((team) => (
            <TeamColumn key={team.id} team={team} view={view} counts={counts} />
          ))}
        </div>
      )}
      {view.stops.length === 0 && (
        <EmptyNote
          icon={<OrderedListOutlined />}
          title={t('overview.noRoute')}
          hint={t('overview.noRouteHint')}
          action={
            <Button type="primary" onClick={() => void navigate(`/tours/${id}/plan`)}>
              {t('overview.makeRoute')}
            </Button>
          }
        />
      )}
    </main>
  );
}

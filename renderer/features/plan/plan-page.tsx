import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useTourView } from '../../data/use-tour-view';
import { TourMissing } from '../../ui/tour-missing';
import { GroupsEditor } from './groups-editor';
import './plan-page.css';
import { RouteEditor } from './route-editor';
import { TeamsEditor } from './teams-editor';
import { TourForm } from './tour-form';

/** The plan of a tour, made and mended by hand: its routes, teams, groups of stops, and what it is about. */
export function PlanPage() {
  const { t } = useTranslation();
  const { tour: id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const view = useTourView(id);
  if (view === undefined) return <main className="page soft">{t('overview.loading')}</main>;
  if (view === null) return <TourMissing />;
  return (
    <main className="page plan" data-page-record={id}>
      <h1>{t('plan.title')}</h1>
      <Tabs
        activeKey={search.get('tab') ?? 'route'}
        onChange={(tab) => setSearch({ tab })}
        items={[
          { key: 'route', label: t('plan.route'), children: <RouteEditor key={id} view={view} /> },
          { key: 'teams', label: t('plan.teams'), children: <TeamsEditor key={id} view={view} /> },
          { key: 'groups', label: t('plan.groups'), children: <GroupsEditor key={id} view={view} /> },
          { key: 'tour', label: t('plan.tour'), children: <TourForm key={id} view={view} /> },
        ]}
      />
    </main>
  );
}

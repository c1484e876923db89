import { SearchOutlined } from '@ant-design/icons';
import { Input, Segmented } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Stop } from '../../../shared/records/stop';
import { wasVisited } from '../../../shared/records/was-visited';
import { routeTeams } from '../../../shared/tours/route-teams';
import { useMayWrite } from '../../data/use-may-write';
import { useStopCounts } from '../../data/use-stop-counts';
import type { TourView } from '../../data/use-tour-view';
import { matchText } from '../../ui/match-text';
import { RouteRow } from './route-row';

interface RoutePanelProps {
  readonly view: TourView;
  readonly current: Stop;
}

/** The route of a team, or, as soon as something is typed, the matching stops of all teams. */
export function RoutePanel({ view, current }: RoutePanelProps) {
  const { t } = useTranslation();
  const [team, setTeam] = useState(current.team);
  const [query, setQuery] = useState('');
  const counts = useStopCounts(view.tour.id);
  const mayWrite = useMayWrite();
  const teams = routeTeams(view, t('plan.noTeam'));
  const wanted = useDeferredValue(query.trim());

  const shown = useMemo(
    () =>
      view.stops.filter((stop) => {
        if (wanted === '') return stop.team === team;
        const site = view.sites.get(stop.site);
        return matchText(
          `${stopTitle(stop, site)} ${site?.enterprise ?? ''} ${site?.name ?? ''} ${stop.spot}`,
          wanted,
        );
      }),
    [view, team, wanted],
  );
  const ofTeam = view.stops.filter((stop) => stop.team === team);
  const visited = ofTeam.filter(wasVisited).length;

  return (
    <nav className="route" aria-label={t('stop.route')}>
      <div className="route-head">
        {teams.length > 1 && (
          <Segmented
            block
            aria-label={t('stop.route')}
            tabIndex={-1}
            value={team}
            onChange={setTeam}
            options={teams.map((entry) => ({ value: entry.id, label: entry.name, title: entry.name }))}
          />
        )}
        <Input
          allowClear
          prefix={<SearchOutlined />}
          aria-label={t('stop.filter')}
          placeholder={t('stop.filterHint')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {wanted === '' && (
          <div className="route-foot">
            <p className="soft figures route-progress">
              {t('stop.progress', { visited, all: ofTeam.length })}
            </p>
            {mayWrite && (
              <>
                <Link to={`/tours/${view.tour.id}/plan?tab=route`}>{t('plan.adjust')}</Link>
                <Link to={`/tours/${view.tour.id}/plan?tab=route&add=${team}`}>{t('plan.add')}</Link>
              </>
            )}
          </div>
        )}
      </div>
      <ol className="route-list">
        {shown.map((stop) => (
          <RouteRow
            key={stop.id}
            stop={stop}
            site={view.sites.get(stop.site)}
            team={wanted === '' ? '' : (teams.find((entry) => entry.id === stop.team)?.name ?? '')}
            counts={counts?.get(stop.id)}
            current={stop.id === current.id}
          />
        ))}
        {shown.length === 0 && <li className="soft route-none">{t('stop.noMatch')}</li>}
      </ol>
    </nav>
  );
}

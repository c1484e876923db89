import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Team } from '../../../shared/records/team';
import { wasVisited } from '../../../shared/records/was-visited';
import type { StopCounts } from '../../data/use-stop-counts';
import type { TourView } from '../../data/use-tour-view';
import { Uncertain } from '../../ui/uncertain';
import { StopLine } from './stop-line';

interface TeamColumnProps {
  readonly team: Team;
  readonly view: TourView;
  readonly counts: ReadonlyMap<string, StopCounts> | undefined;
}

/** One team: who leads it, where it goes, how far it is, and its stops in order. */
export function TeamColumn({ team, view, counts }: TeamColumnProps) {
  const { t } = useTranslation();
  const stops = view.stops.filter((stop) => stop.team === team.id);
  const visited = stops.filter(wasVisited).length;
  const leader = view.people.get(team.leader);
  return (
    <section className="panel team-column" aria-label={team.name}>
      <header>
        <div className="team-column-head">
          <h2>{team.name}</h2>
          <span className="soft figures">{t('tours.progress', { visited, all: stops.length })}</span>
        </div>
        {team.id !== '' && (
          <p className="team-column-people">
            <span className="cut" title={leader?.posts.join(' ')}>
              {leader ? `${t('stop.leader')} ${leader.name}` : t('overview.noLeader')}{' '}
              <span className="soft">{leader?.posts.join(' ')}</span>
            </span>
            <span className="soft">{t('overview.members', { n: team.members.length })}</span>
          </p>
        )}
        <p className="soft cut" title={team.districts.join('、')}>
          {team.districts.join('、')}
          {!team.certain && <Uncertain words={t('overview.uncertain')} />}
        </p>
        <Progress
          percent={Math.round((visited / (stops.length || 1)) * 100)}
          showInfo={false}
          size="small"
          aria-label={t('tours.progress', { visited, all: stops.length })}
        />
      </header>
      {stops.length === 0 && <p className="soft team-column-empty">{t('overview.noStops')}</p>}
      <ol className="team-column-stops">
        {stops.map((stop) => (
          <StopLine
            key={stop.id}
            stop={stop}
            site={view.sites.get(stop.site)}
            counts={counts?.get(stop.id)}
          />
        ))}
      </ol>
    </section>
  );
}

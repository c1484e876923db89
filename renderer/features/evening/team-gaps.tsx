import { CheckCircleOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Stop } from '../../../shared/records/stop';
import { wasVisited } from '../../../shared/records/was-visited';
import type { Gap } from '../../../shared/tours/evening-gaps';
import { isSilentRoute } from '../../../shared/tours/stop-gaps';
import type { Trace } from '../../data/evening/read-evening';
import type { StopCounts } from '../../data/use-stop-counts';
import { TeamLaptops } from './team-laptops';

interface TeamGapsProps {
  readonly name: string;
  readonly route: readonly Stop[];
  readonly gaps: readonly Gap[];
  readonly counts: ReadonlyMap<string, StopCounts>;
  readonly traces: readonly Trace[];
}

/** What one team still lacks: a line for each kind, which opens to the places. */
export function TeamGaps({ name, route, gaps, counts, traces }: TeamGapsProps) {
  const { t } = useTranslation();
  return (
    <section className="panel evening-team" aria-label={name}>
      <header className="evening-head">
        <h2 className="cut" title={name}>
          {name}
        </h2>
        <span className="soft figures">
          {t('evening.visited', { n: route.filter(wasVisited).length, of: route.length })}
        </span>
      </header>
      {isSilentRoute(route, counts) && <Alert type="warning" showIcon title={t('evening.silent')} />}
      {gaps.length === 0 && (
        <p className="evening-well">
          <CheckCircleOutlined aria-hidden="true" /> {t('evening.nothingLacks')}
        </p>
      )}
      {gaps.map(({ kind, n, places }) => (
        <details key={kind} className="evening-gap">
          <summary>{t(`evening.gaps.${kind}`, { n })}</summary>
          <ul>
            {places.map((place) => (
              <li key={place.id}>
                <Link to={place.to}>
                  {place.n > 1 ? t('evening.place', { title: place.title, n: place.n }) : place.title}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <TeamLaptops traces={traces} route={route} />
    </section>
  );
}

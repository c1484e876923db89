import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Site } from '../../../shared/records/site';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Stop } from '../../../shared/records/stop';
import { wasVisited } from '../../../shared/records/was-visited';
import type { StopCounts } from '../../data/use-stop-counts';

interface RouteRowProps {
  readonly stop: Stop;
  readonly site: Site | undefined;
  /** Named where stops of several teams are listed. */
  readonly team: string;
  readonly counts: StopCounts | undefined;
  readonly current: boolean;
}

/** One stop in the route: order or mark, name, time and stage, and how much was recorded. */
export function RouteRow({ stop, site, team, counts, current }: RouteRowProps) {
  const { t } = useTranslation();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const title = stopTitle(stop, site);
  const recorded = counts?.recorded ?? 0;
  const visited = wasVisited(stop);
  const shown = visited ? 'visited' : stop.status;
  const status = t(`stop.visitStatus.${shown}`);
  return (
    <li ref={row}>
      <Link
        to={`/tours/${stop.tour}/stops/${stop.id}`}
        className={`route-row route-row-${shown}`}
        aria-current={current ? 'page' : undefined}
      >
        <span className="route-row-order figures" title={status}>
          {stop.order}
        </span>
        <span className="route-row-main">
          <span className="cut" title={title}>
            {title}
          </span>
          <span className="route-row-detail soft cut">
            {[team, stop.visitedAt || stop.plannedAt, stop.stage].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className="route-row-side">
          {visited && <CheckCircleFilled className="route-row-done" aria-label={status} />}
          {shown === 'skipped' && <MinusCircleOutlined className="route-row-skip" aria-label={status} />}
          {recorded > 0 && (
            <span className="route-row-count figures" aria-label={t('overview.noteCount', { n: recorded })}>
              {recorded}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

import { CameraOutlined, FormOutlined, MessageOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Site } from '../../../shared/records/site';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Stop } from '../../../shared/records/stop';
import type { StopCounts } from '../../data/use-stop-counts';
import { Uncertain } from '../../ui/uncertain';
import { VisitTag } from '../../ui/visit-tag';

interface StopLineProps {
  readonly stop: Stop;
  readonly site: Site | undefined;
  readonly counts: StopCounts | undefined;
}

/** One stop of a team's route. */
export function StopLine({ stop, site, counts }: StopLineProps) {
  const { t } = useTranslation();
  const title = stopTitle(stop, site);
  const marks = [
    { icon: <FormOutlined />, n: counts?.notes ?? 0, words: 'overview.noteCount' as const },
    { icon: <MessageOutlined />, n: counts?.remarks ?? 0, words: 'overview.remarkCount' as const },
    { icon: <WarningOutlined />, n: counts?.issues ?? 0, words: 'overview.issueCount' as const },
    { icon: <CameraOutlined />, n: counts?.photos ?? 0, words: 'overview.photoCount' as const },
  ].filter((mark) => mark.n > 0);
  return (
    <li>
      <Link to={`/tours/${stop.tour}/stops/${stop.id}`} className="stop-line">
        <span className="stop-line-order figures">{stop.order}</span>
        <span className="stop-line-main">
          <span className="cut stop-line-title" title={title}>
            {title}
          </span>
          <span className="cut soft stop-line-detail" title={site?.enterprise}>
            {[stop.plannedAt, site?.district, stop.stage].filter(Boolean).join(' · ')}
            {!stop.teamCertain && <Uncertain words={t('plan.teamUncertain')} />}
            {!stop.districtCertain && <Uncertain words={t('plan.districtUncertain')} />}
          </span>
          {stop.reason && (
            <span className="stop-line-reason" title={stop.reason}>
              {t('plan.because', { reason: stop.reason })}
            </span>
          )}
        </span>
        <span className="stop-line-side">
          <VisitTag stop={stop} />
          {marks.length > 0 && (
            <span className="stop-line-marks soft figures">
              {marks.map(({ icon, n, words }) => (
                <span key={words} title={t(words, { n })}>
                  <span aria-hidden="true">
                    {icon} {n}
                  </span>
                  <span className="hidden-text">{t(words, { n })}</span>
                </span>
              ))}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

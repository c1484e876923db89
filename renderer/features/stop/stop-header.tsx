import { DownOutlined, EnvironmentOutlined, UpOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Stop } from '../../../shared/records/stop';
import { useMayWrite } from '../../data/use-may-write';
import type { TourView } from '../../data/use-tour-view';
import { VisitTag } from '../../ui/visit-tag';
import { SiteDialog } from './site-dialog';
import { StopActs } from './stop-acts';
import { StopTimes } from './stop-times';
import { HistoryButton } from '../../capture/fields/history-button';

interface StopHeaderProps {
  readonly view: TourView;
  readonly stop: Stop;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** Where we are, whether we have been here, and the way to the stops before and after. */
export function StopHeader({ view, stop, previous, next }: StopHeaderProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const [naming, setNaming] = useState(false);
  const site = view.sites.get(stop.site);
  const title = stopTitle(stop, site);
  const team = view.teams.find((entry) => entry.id === stop.team)?.name ?? t('plan.noTeam');
  const go = (to: string | undefined) => void (to && navigate(`/tours/${stop.tour}/stops/${to}`));

  return (
    <header className="stop-head" data-record={stop.id}>
      <div className="stop-head-top">
        <div className="stop-head-name">
          <p className="soft cut" title={site?.enterprise}>
            {[t('stop.place', { team, order: stop.order }), site?.enterprise].filter(Boolean).join(' · ')}
          </p>
          <h1 className="cut" title={title}>
            {title}
          </h1>
        </div>
        <div className="stop-head-walk">
          <HistoryButton kind="stop" id={stop.id} />
          {mayWrite && (
            <Button
              icon={<EnvironmentOutlined />}
              aria-label={t(site ? 'capture.siteTitle' : 'capture.siteTitleNone')}
              title={t(site ? 'capture.siteTitle' : 'capture.siteTitleNone')}
              onClick={() => setNaming(true)}
            />
          )}
          <Button
            icon={<UpOutlined />}
            disabled={!previous}
            aria-label={t('stop.previous')}
            title={t('stop.previousHint')}
            onClick={() => go(previous)}
          />
          <Button
            icon={<DownOutlined />}
            disabled={!next}
            aria-label={t('stop.next')}
            title={t('stop.nextHint')}
            onClick={() => go(next)}
          />
        </div>
      </div>
      <div className="stop-head-acts">
        <VisitTag stop={stop} />
        {mayWrite ? <StopActs view={view} stop={stop} /> : <StopTimes stop={stop} />}
        {stop.reason && <Alert type="warning" showIcon title={stop.reason} className="stop-head-reason" />}
      </div>
      {naming && <SiteDialog view={view} stop={stop} onClose={() => setNaming(false)} />}
    </header>
  );
}

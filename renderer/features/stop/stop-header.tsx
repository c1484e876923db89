import {
  CheckOutlined,
  DownOutlined,
  EnvironmentOutlined,
  ForwardOutlined,
  LogoutOutlined,
  SwapOutlined,
  UndoOutlined,
  UpOutlined,
} from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Json } from '../../../shared/json';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Stop } from '../../../shared/records/stop';
import { wasVisited } from '../../../shared/records/was-visited';
import { resumeStop, skipStop } from '../../../shared/tours/route-edits';
import type { StopEdit } from '../../../shared/tours/stop-edit';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { VisitTag } from '../../ui/visit-tag';
import { SiteDialog } from './site-dialog';
import { SkipDialog } from './skip-dialog';
import { TimeField } from './time-field';
import { useShortcuts } from '../../capture/drafts/use-shortcuts';
import { arrive, undoArrival } from './visit-edits';
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
  const store = useStore();
  const navigate = useNavigate();
  const [skipping, setSkipping] = useState(false);
  const [naming, setNaming] = useState(false);
  const site = view.sites.get(stop.site);
  const title = stopTitle(stop, site);
  const visited = wasVisited(stop);
  const team = view.teams.find((entry) => entry.id === stop.team)?.name ?? t('plan.noTeam');
  const set = (values: Readonly<Record<string, Json>>) =>
    void store.save([{ kind: 'stop', id: stop.id, tour: stop.tour, values }]);
  const apply = (edits: readonly StopEdit[]) =>
    void store.save(edits.map((edit) => ({ ...edit, kind: 'stop' as const, tour: stop.tour })));
  const markVisited = () => set(arrive(stop, store.now().slice(11, 16), view.stops));
  const skippable = !visited && stop.status !== 'skipped';
  const go = (to: string | undefined) => void (to && navigate(`/tours/${stop.tour}/stops/${to}`));

  useShortcuts({
    KeyA: visited ? undefined : markVisited,
    KeyS: skippable ? () => setSkipping(true) : undefined,
  });

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
          <Button
            icon={<EnvironmentOutlined />}
            aria-label={t(site ? 'capture.siteTitle' : 'capture.siteTitleNone')}
            title={t(site ? 'capture.siteTitle' : 'capture.siteTitleNone')}
            onClick={() => setNaming(true)}
          />
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
        {visited ? (
          <>
            <TimeField
              label={t('stop.visitedAt')}
              stored={stop.visitedAt}
              onTime={(visitedAt) => set({ visitedAt })}
            />
            {stop.leftAt === '' ? (
              <Button icon={<LogoutOutlined />} onClick={() => set({ leftAt: store.now().slice(11, 16) })}>
                {t('stop.leave')}
              </Button>
            ) : (
              <TimeField label={t('stop.leftAt')} stored={stop.leftAt} onTime={(leftAt) => set({ leftAt })} />
            )}
            <Button type="text" icon={<UndoOutlined />} onClick={() => set(undoArrival(stop))}>
              {t('stop.undoVisit')}
            </Button>
          </>
        ) : (
          <Button type="primary" icon={<CheckOutlined />} title={t('stop.arriveHint')} onClick={markVisited}>
            {t('stop.arrive')}
          </Button>
        )}
        {stop.status === 'skipped' ? (
          <Button icon={<UndoOutlined />} onClick={() => apply(resumeStop(view.stops, stop))}>
            {t('stop.resume')}
          </Button>
        ) : (
          !visited && (
            <>
              <Button icon={<ForwardOutlined />} title={t('stop.skipKey')} onClick={() => setSkipping(true)}>
                {t('stop.skip')}
              </Button>
              <Button
                icon={<SwapOutlined />}
                onClick={() => void navigate(`/tours/${stop.tour}/plan?tab=route&swap=${stop.id}`)}
              >
                {t('plan.swap')}
              </Button>
            </>
          )
        )}
        {stop.reason && <Alert type="warning" showIcon title={stop.reason} className="stop-head-reason" />}
      </div>
      {naming && <SiteDialog view={view} stop={stop} onClose={() => setNaming(false)} />}
      {skipping && (
        <SkipDialog
          onSkip={(reason) => {
            apply(skipStop(view.stops, stop.id, reason));
            setSkipping(false);
          }}
          onClose={() => setSkipping(false)}
        />
      )}
    </header>
  );
}

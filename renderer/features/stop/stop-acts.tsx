import {
  CheckOutlined,
  ForwardOutlined,
  LogoutOutlined,
  SwapOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Json } from '../../../shared/json';
import type { Stop } from '../../../shared/records/stop';
import { wasVisited } from '../../../shared/records/was-visited';
import { resumeStop, skipStop } from '../../../shared/tours/route-edits';
import type { StopEdit } from '../../../shared/tours/stop-edit';
import { useShortcuts } from '../../capture/drafts/use-shortcuts';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { SkipDialog } from './skip-dialog';
import { TimeField } from './time-field';
import { arrive, undoArrival } from './visit-edits';

interface StopActsProps {
  readonly view: TourView;
  readonly stop: Stop;
}

/** Arrived, left, skipped, swapped: what is said of the visit itself, with its keys. */
export function StopActs({ view, stop }: StopActsProps) {
  const { t } = useTranslation();
  const store = useStore();
  const navigate = useNavigate();
  const [skipping, setSkipping] = useState(false);
  const visited = wasVisited(stop);
  const set = (values: Readonly<Record<string, Json>>) =>
    void store.save([{ kind: 'stop', id: stop.id, tour: stop.tour, values }]);
  const apply = (edits: readonly StopEdit[]) =>
    void store.save(edits.map((edit) => ({ ...edit, kind: 'stop' as const, tour: stop.tour })));
  const markVisited = () => set(arrive(stop, store.now().slice(11, 16), view.stops));
  const skippable = !visited && stop.status !== 'skipped';

  useShortcuts({
    KeyA: visited ? undefined : markVisited,
    KeyS: skippable ? () => setSkipping(true) : undefined,
  });

  return (
    <>
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
      {skipping && (
        <SkipDialog
          onSkip={(reason) => {
            apply(skipStop(view.stops, stop.id, reason));
            setSkipping(false);
          }}
          onClose={() => setSkipping(false)}
        />
      )}
    </>
  );
}

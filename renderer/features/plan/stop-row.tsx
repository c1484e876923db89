import { EditOutlined, HolderOutlined } from '@ant-design/icons';
import { useSortable } from '@dnd-kit/sortable';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Stop } from '../../../shared/records/stop';
import { useMayWrite } from '../../data/use-may-write';
import type { TourView } from '../../data/use-tour-view';
import { Uncertain } from '../../ui/uncertain';
import { VisitTag } from '../../ui/visit-tag';
import { StopFields } from './stop-fields';
import { StopMenu } from './stop-menu';
import type { RouteChanging } from './use-route-change';
import { HistoryButton } from '../../capture/fields/history-button';

export interface StopRowProps {
  readonly stop: Stop;
  readonly place: number;
  readonly view: TourView;
  readonly changing: RouteChanging;
  readonly onPlace: (stop: Stop, place: number) => void;
  readonly onTeam: (stop: Stop, team: string) => void;
}

/** One stop of a route: its handle is dragged, or carries it with Alt+Shift+↑↓. */
export function StopRow(props: StopRowProps) {
  const { stop, place, view, changing, onPlace } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const mayWrite = useMayWrite();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: stop.id });
  const handle = useRef<HTMLButtonElement | null>(null);
  const carried = useRef(false);
  const stood = useRef(place);
  const title = stopTitle(stop, view.sites.get(stop.site));

  // A row that goes to another place of the list loses the keyboard; whoever carried it goes on carrying.
  useEffect(() => {
    const moved = stood.current !== place;
    stood.current = place;
    if (carried.current && changing.asked === null) handle.current?.focus();
    if (moved) carried.current = false;
  }, [place, changing.asked]);

  /** True where the key was one of ours; any other is for the library that drags. */
  function carry(event: KeyboardEvent): boolean {
    const step = event.altKey && event.shiftKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (step === undefined) return false;
    event.preventDefault();
    event.stopPropagation();
    carried.current = true;
    onPlace(stop, place + step);
    return true;
  }

  return (
    <li
      ref={setNodeRef}
      data-record={stop.id}
      className={`plan-stop${isDragging ? ' plan-stop-dragged' : ''}`}
      style={{
        transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined,
        transition,
      }}
    >
      <div className="plan-stop-line">
        {mayWrite && (
          <button
            type="button"
            className="plan-handle"
            {...attributes}
            {...listeners}
            onKeyDown={(event) => {
              if (!carry(event)) listeners?.['onKeyDown']?.(event);
            }}
            ref={(node) => {
              handle.current = node;
              setActivatorNodeRef(node);
            }}
            aria-label={t('plan.carry', { title, place: place + 1 })}
            title={t('plan.carryHint')}
          >
            <HolderOutlined />
          </button>
        )}
        <span className="plan-order figures">{stop.order}</span>
        <span className="plan-stop-main">
          <span className="cut" title={title}>
            {title}
          </span>
          <span className="soft plan-stop-detail">
            {[stop.plannedAt, view.sites.get(stop.site)?.district, stop.stage].filter(Boolean).join(' · ')}
            {!stop.teamCertain && <Uncertain words={t('plan.teamUncertain')} />}
            {!stop.districtCertain && <Uncertain words={t('plan.districtUncertain')} />}
          </span>
          {stop.reason && <span className="plan-reason">{t('plan.because', { reason: stop.reason })}</span>}
        </span>
        <VisitTag stop={stop} />
        {(open || !mayWrite) && <HistoryButton kind="stop" id={stop.id} />}
        {mayWrite && (
          <Button
            type="text"
            icon={<EditOutlined />}
            aria-expanded={open}
            aria-label={t('plan.editStop', { title })}
            title={t('plan.edit')}
            onClick={() => setOpen(!open)}
          />
        )}
        <StopMenu {...props} title={title} />
      </div>
      {open && <StopFields stop={stop} view={view} />}
    </li>
  );
}

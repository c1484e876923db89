import {
  AudioOutlined,
  CameraOutlined,
  EditOutlined,
  EnvironmentOutlined,
  ExclamationCircleOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  HighlightOutlined,
  LogoutOutlined,
  MessageOutlined,
  PaperClipOutlined,
  SoundOutlined,
} from '@ant-design/icons';
import { type ReactNode, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressOfRecord } from '../../../shared/records/address-of-record';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Moment } from '../../../shared/timeline/moment';
import type { TourView } from '../../data/use-tour-view';

const icons: Readonly<Record<Moment['what'], ReactNode>> = {
  arrival: <EnvironmentOutlined />,
  departure: <LogoutOutlined />,
  note: <EditOutlined />,
  remark: <MessageOutlined />,
  issue: <ExclamationCircleOutlined />,
  request: <SoundOutlined />,
  handover: <FileTextOutlined />,
  task: <FileDoneOutlined />,
  signature: <HighlightOutlined />,
  photo: <CameraOutlined />,
  memo: <AudioOutlined />,
  file: <PaperClipOutlined />,
};

interface TimelineLineProps {
  readonly moment: Moment;
  readonly gap: number;
  readonly view: TourView;
  readonly showTeam: boolean;
}

/** One moment, and the gap before it. A link, so that Tab and Enter lead to the record itself. */
export const TimelineLine = memo(function TimelineLine({ moment, gap, view, showTeam }: TimelineLineProps) {
  const { t } = useTranslation();
  const stop = view.stops.find(({ id }) => id === moment.stop);
  const place = stop ? stopTitle(stop, view.sites.get(stop.site)) : '';
  const team = showTeam ? view.teams.find(({ id }) => id === moment.team)?.name : undefined;
  const isVisit = moment.what === 'arrival' || moment.what === 'departure';
  const what =
    moment.count > 1 ? t('timeline.photos', { n: moment.count }) : t(`timeline.what.${moment.what}`);
  return (
    <>
      {gap > 0 && (
        <li className="timeline-gap">
          {t('timeline.gap', { hours: Math.floor(gap / 60), minutes: gap % 60 })}
        </li>
      )}
      <li className={`timeline-line timeline-${moment.what}`}>
        <Link to={addressOf({ ...moment, stop: stop?.id ?? '' }, view.tour.id)}>
          <time className="figures">
            {moment.time}
            {moment.until !== moment.time && `—${moment.until}`}
          </time>
          <span className="timeline-icon" aria-hidden="true">
            {icons[moment.what]}
          </span>
          <span className="timeline-what">{what}</span>
          <span className="timeline-words cut">{isVisit ? place : moment.words || place}</span>
          <span className="timeline-from soft cut">
            {[isVisit ? '' : place, team, moment.author].filter(Boolean).join(' · ')}
          </span>
        </Link>
      </li>
    </>
  );
});

function addressOf({ what, record, stop, meeting }: Moment, tour: string): string {
  if (what === 'arrival' || what === 'departure')
    return addressOfRecord({ kind: 'stop', id: stop, tour, stop, meeting });
  const kind = what === 'photo' || what === 'memo' || what === 'file' ? 'attachment' : what;
  return addressOfRecord({ kind, id: record, tour, stop, meeting });
}

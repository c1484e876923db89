import { PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useNavigate, useParams, useSearchParams } from 'react-router';
import { useStore } from '../../data/store-context';
import { useTourView } from '../../data/use-tour-view';
import { EmptyNote } from '../../ui/empty-note';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { MeetingView } from './meeting-view';
import './meetings-page.css';
import { TourRecords } from './tour-records';

/** 座谈会 and 调度会 of a tour, and what is said of the whole: the list at the left, one of them at the right. */
export function MeetingsPage() {
  const { t } = useTranslation();
  const store = useStore();
  const navigate = useNavigate();
  const once = useOneAtATime();
  const { tour = '', meeting: id } = useParams();
  const [search] = useSearchParams();
  const view = useTourView(tour);
  if (!view) return <main className="page soft">{t('overview.loading')}</main>;
  const meetings = view.meetings.toSorted((a, b) => a.order - b.order);
  const whole = search.get('of') === 'tour';
  const first = id === undefined && !whole ? meetings[0] : undefined;
  const chosen = meetings.find((entry) => entry.id === id) ?? first;

  async function create(name: string) {
    const made = store.newId();
    const order = Math.max(0, ...meetings.map((meeting) => meeting.order)) + 1;
    const saved = await store.save([{ kind: 'meeting', id: made, tour, values: { tour, name, order } }]);
    if (saved.ok) void navigate(`/tours/${tour}/meetings/${made}`);
  }

  return (
    <div className="meetings-page">
      <nav className="meetings-list" aria-label={t('capture.meetings')}>
        <div className="meetings-new">
          <Button icon={<PlusOutlined />} onClick={() => once(() => create(t('capture.forum')))}>
            {t('capture.forum')}
          </Button>
          <Button icon={<PlusOutlined />} onClick={() => once(() => create(t('capture.dispatch')))}>
            {t('capture.dispatch')}
          </Button>
        </div>
        <ul>
          <li>
            <Link
              to={`/tours/${tour}/meetings?of=tour`}
              className="route-row"
              aria-current={whole ? 'page' : undefined}
            >
              <span className="route-row-main">
                <span className="cut">{t('capture.occasions.tour')}</span>
                <span className="route-row-detail soft cut">{t('capture.wholeRow')}</span>
              </span>
            </Link>
          </li>
          {meetings.map((meeting) => (
            <li key={meeting.id}>
              <NavLink
                to={`/tours/${tour}/meetings/${meeting.id}`}
                className="route-row"
                aria-current={meeting.id === chosen?.id ? 'page' : undefined}
              >
                <span className="route-row-main">
                  <span className="cut">{meeting.name || t('capture.meetingUnnamed')}</span>
                  <span className="route-row-detail soft cut">
                    {[meeting.when, meeting.place].filter(Boolean).join(' · ')}
                  </span>
                </span>
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <main className="meetings-main">
        {whole && <TourRecords key={tour} view={view} />}
        {!whole && chosen && <MeetingView key={chosen.id} view={view} meeting={chosen} />}
        {!whole && !chosen && (
          <EmptyNote
            icon={<TeamOutlined />}
            title={t('capture.noMeetings')}
            hint={t('capture.noMeetingsHint')}
          />
        )}
      </main>
    </div>
  );
}

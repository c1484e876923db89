import { PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate, useParams } from 'react-router';
import { useStore } from '../../data/store-context';
import { useTourView } from '../../data/use-tour-view';
import { EmptyNote } from '../../ui/empty-note';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { MeetingView } from './meeting-view';
import './meetings-page.css';

/** 座谈会 and 调度会 of a tour: the list at the left, one meeting at the right. */
export function MeetingsPage() {
  const { t } = useTranslation();
  const store = useStore();
  const navigate = useNavigate();
  const once = useOneAtATime();
  const { tour = '', meeting: id } = useParams();
  const view = useTourView(tour);
  if (!view) return <main className="page soft">{t('overview.loading')}</main>;
  const meetings = view.meetings.toSorted((a, b) => a.order - b.order);
  const chosen = meetings.find((entry) => entry.id === id) ?? (id === undefined ? meetings[0] : undefined);

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
        {chosen ? (
          <MeetingView key={chosen.id} view={view} meeting={chosen} />
        ) : (
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

import { CalendarOutlined, EnvironmentOutlined, TeamOutlined } from '@ant-design/icons';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateWords } from '../../../shared/records/date-words';
import type { Tour } from '../../../shared/records/tour';
import { wasVisited } from '../../../shared/records/was-visited';
import { useTourView } from '../../data/use-tour-view';
import { TourMenu } from './tour-menu';

/** One tour: what, when, where, who, and how far it has come. */
export function TourCard({ tour }: { readonly tour: Tour }) {
  const { t } = useTranslation();
  const view = useTourView(tour.id);
  const stops = view?.stops ?? [];
  const visited = stops.filter(wasVisited).length;
  const leaders = (view?.teams ?? []).map((team) => {
    const leader = view?.people.get(team.leader)?.name;
    return leader ? `${team.name} ${leader}` : team.name;
  });
  return (
    <li className="panel tour-card">
      <p className="tour-card-forms">{tour.forms.join(' · ')}</p>
      <TourMenu tour={tour} stops={stops.length} />
      <h2 className="tour-card-title">
        <Link
          to={`/tours/${tour.id}`}
          aria-label={t('tours.open', { title: tour.title || t('plan.untitled') })}
        >
          {tour.title || t('plan.untitled')}
        </Link>
      </h2>
      <ul className="tour-card-facts">
        <li>
          <CalendarOutlined /> {dateWords(tour.date) || t('tours.undated')}
        </li>
        {tour.place && (
          <li className="cut" title={tour.place}>
            <EnvironmentOutlined /> {tour.place}
          </li>
        )}
        {leaders.length > 0 && (
          <li className="cut" title={leaders.join('  ')}>
            <TeamOutlined /> {leaders.join('　')}
          </li>
        )}
      </ul>
      <div className="tour-card-progress">
        <Progress
          percent={stops.length === 0 ? 0 : Math.round((visited / stops.length) * 100)}
          showInfo={false}
          aria-label={t('tours.progress', { visited, all: stops.length })}
        />
        <span className="soft figures">{t('tours.progress', { visited, all: stops.length })}</span>
      </div>
    </li>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TourView } from '../../data/use-tour-view';

interface TeamPeopleProps {
  readonly view: TourView;
  readonly team: string;
}

/** Who is along, in the order of rank: the leader first, then the others as the administrator ranks them. */
export function TeamPeople({ view, team: id }: TeamPeopleProps) {
  const { t } = useTranslation();
  const team = view.teams.find((entry) => entry.id === id);
  const along = [...new Set([team?.leader ?? '', ...(team?.members ?? [])])]
    .flatMap((member) => view.people.get(member) ?? [])
    .sort((a, b) => a.rank - b.rank);
  if (along.length === 0) return null;
  return (
    <section>
      <h2>{t('stop.team')}</h2>
      <ul className="dossier-people">
        {along.map((person) => (
          <li key={person.id}>
            <Link to={`/tours/${view.tour.id}?person=${person.id}`} className="dossier-person">
              <strong>{person.name}</strong>
              {person.id === team?.leader && <span className="dossier-leader">{t('stop.leader')}</span>}
              <span className="soft">
                {[view.units.get(person.unit)?.name, person.posts.join('、')].filter(Boolean).join(' ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

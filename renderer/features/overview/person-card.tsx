import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/records/person';
import type { TourView } from '../../data/use-tour-view';
import { FactList } from '../../ui/fact-list';

interface PersonCardProps {
  readonly person: Person;
  readonly view: TourView;
  readonly onClose: () => void;
}

/** Whom the palette found: posts, unit, team and telephone. */
export function PersonCard({ person, view, onClose }: PersonCardProps) {
  const { t } = useTranslation();
  const teams = view.teams.filter((team) => team.leader === person.id || team.members.includes(person.id));
  return (
    <section className="panel person-card" aria-label={t('overview.person')}>
      <h2>{person.name}</h2>
      <FactList
        facts={[
          [t('overview.posts'), person.posts.join('、')],
          [t('overview.unit'), view.units.get(person.unit)?.name ?? ''],
          [t('overview.personTeam'), teams.map((team) => team.name).join('、')],
          [t('overview.phone'), person.phone],
        ]}
      />
      <Button type="text" icon={<CloseOutlined />} aria-label={t('overview.closePerson')} onClick={onClose} />
    </section>
  );
}

import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { TeamForm } from './team-form';

/** The teams of a tour: who leads, who is along, where they go, and whether the source is sure of it. */
export function TeamsEditor({ view }: { readonly view: TourView }) {
  const { t } = useTranslation();
  const store = useStore();
  const once = useOneAtATime();
  const add = () => {
    const order = view.teams.length + 1;
    return store.save([
      {
        kind: 'team',
        id: store.newId(),
        tour: view.tour.id,
        values: { tour: view.tour.id, order, name: t('plan.teamName', { n: order }) },
      },
    ]);
  };
  return (
    <div className="stack">
      {view.teams.map((team) => (
        <TeamForm key={team.id} team={team} view={view} />
      ))}
      <div>
        <Button icon={<PlusOutlined />} onClick={() => once(add)}>
          {t('plan.addTeam')}
        </Button>
      </div>
    </div>
  );
}

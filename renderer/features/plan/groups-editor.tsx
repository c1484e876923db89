import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { GroupForm } from './group-form';

/** Stops that belong together: they share a stage or a topic, or stand in a list that ended in 等. */
export function GroupsEditor({ view }: { readonly view: TourView }) {
  const { t } = useTranslation();
  const store = useStore();
  const once = useOneAtATime();
  const add = () =>
    store.save([
      {
        kind: 'group',
        id: store.newId(),
        tour: view.tour.id,
        values: { tour: view.tour.id, order: view.groups.length + 1 },
      },
    ]);
  return (
    <div className="stack">
      <p className="soft plan-hint">{t('plan.groupsHint')}</p>
      {view.groups.map((group, place) => (
        <GroupForm key={group.id} group={group} place={place} view={view} />
      ))}
      <div>
        <Button icon={<PlusOutlined />} onClick={() => once(add)}>
          {t('plan.addGroup')}
        </Button>
      </div>
    </div>
  );
}

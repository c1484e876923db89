import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { presetChecklist } from '../../../shared/checklists/preset-checklist';
import { useStore } from '../../data/store-context';
import { useOneAtATime } from '../../ui/use-one-at-a-time';

/** Makes a tour by hand: it has one team and the preset checklist, and its title is the first thing to type. */
export function NewTourButton() {
  const { t } = useTranslation();
  const store = useStore();
  const navigate = useNavigate();
  const once = useOneAtATime();

  async function make() {
    const tour = store.newId();
    const known = await store.database.records.get(presetChecklist.id);
    const { id, ...checklist } = presetChecklist;
    const made = await store.save([
      { kind: 'tour', id: tour, tour, values: { title: '' } },
      {
        kind: 'team',
        id: store.newId(),
        tour,
        values: { tour, order: 1, name: t('plan.teamName', { n: 1 }) },
      },
      ...(known ? [] : [{ kind: 'checklist' as const, id, tour, values: checklist }]),
    ]);
    if (made.ok) await navigate(`/tours/${tour}/plan?tab=tour`);
  }

  return (
    <Button size="large" icon={<PlusOutlined />} onClick={() => once(make)}>
      {t('plan.newTour')}
    </Button>
  );
}

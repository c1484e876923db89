import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/records/task';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { RecordHead } from './record-head';
import type { Values } from '../drafts/record-maker';
import { TaskFields } from './task-fields';
import { TextField } from '../fields/text-field';

interface TaskCardProps {
  readonly task: Task;
  readonly view: TourView;
  /** The words of the record that it comes from. */
  readonly basis: string;
  /** It was just made: its fields are open and the cursor stands in the first. */
  readonly fresh: boolean;
}

/** What somebody has to do, and what of it the leader said. */
export function TaskCard({ task, view, basis, fresh }: TaskCardProps) {
  const { t } = useTranslation();
  const store = useStore();
  const [open, setOpen] = useState(fresh);
  const set = (values: Values, from?: Values) =>
    store.save([{ kind: 'task', id: task.id, tour: task.tour, values, from }]);
  const details = [
    ['lead', task.lead],
    ['assist', task.assist.join('、')],
    ['leader', task.leader],
    ['due', task.due],
  ] as const;
  const shown = details.filter(([, value]) => value !== '');
  return (
    <article className="panel record record-task">
      <RecordHead
        kind="task"
        record={task}
        text={task.text}
        fields={{ open, toggle: () => setOpen(!open) }}
      />
      <TextField
        long
        bare
        unborn={null}
        label={t('capture.taskText')}
        target={{ kind: 'task', id: task.id, tour: task.tour, field: 'text' }}
        stored={task.text}
      />
      {!open && shown.length > 0 && (
        <p className="record-details soft">
          {shown.map(([field, value]) => (
            <span key={field} className="task-detail">
              {t(`records.fields.${field}`)}
              {t('capture.colon')}
              {value}{' '}
              <span className={`origin-tag origin-${task.origins[field] ?? 'added'}`}>
                {t(`capture.${task.origins[field] ?? 'added'}Short`)}
              </span>
            </span>
          ))}
        </p>
      )}
      {basis !== '' && <p className="record-basis soft cut">{t('capture.basis', { text: basis })}</p>}
      {open && <TaskFields task={task} view={view} set={set} fresh={fresh} />}
    </article>
  );
}

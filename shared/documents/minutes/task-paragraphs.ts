import type { RecordOf } from '../../records/record-schemas';
import type { Paragraph, Sentence } from '../document';
import { paragraph, quote, ref, unended } from '../say';
import type { TourIndex } from '../tour-index';
import { type Placed, livesAt } from './home';

type Task = RecordOf<'task'>;

/** The tasks of one place: those that name it, and those that were taken from something said or found there. */
export function tasksAt(
  index: TourIndex,
  kind: 'stop' | 'group' | 'meeting' | 'tour',
  id = '',
): readonly Task[] {
  const isHere = livesAt(index, kind, id);
  return index.tasks.filter((task) => {
    const basis: Placed | undefined =
      index.by.remarks.get(task.basis) ??
      index.by.requests.get(task.basis) ??
      index.by.issues.get(task.basis);
    return isHere(index.by.stops.has(task.stop) ? task : (basis ?? task));
  });
}

/** One paragraph a task. What the leader did not say is named as added. */
export function taskParagraphs(tasks: readonly Task[]): readonly Paragraph[] {
  return tasks.filter(({ text }) => text.trim() !== '').flatMap((task) => paragraph(taskSentence(task)));
}

function taskSentence(task: Task): Sentence {
  const fields = [
    ['lead', '牵头单位', task.lead],
    ['assist', '配合单位', task.assist.join('、')],
    ['leader', '责任领导', task.leader],
    ['due', '完成时限', task.due],
  ] as const;
  const known = fields.filter(([, , value]) => value.trim() !== '');
  const added = known.filter(([field]) => task.origins[field] !== 'said').map(([, name]) => name);
  const parts = [
    `任务：${unended(task.text)}`,
    ...known.map(([, name, value]) => `${name}：${unended(value)}`),
  ];
  const note = added.length === 0 ? '' : `（${added.join('、')}由记录人补充）`;
  return quote(`${parts.join('；')}${note}`, ref('task', task));
}

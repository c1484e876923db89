import { DownOutlined, HolderOutlined, UpOutlined } from '@ant-design/icons';
import {
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  arrayMove,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../form';
import type { AnswerProps } from './answer-control';
import { useFill } from './fill-context';

/** The choices in an order of one's own: by dragging, by the handle's keys, or by the buttons. */
export function RankAnswer({ question, labelId }: AnswerProps) {
  const { t } = useTranslation();
  const fill = useFill();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ranked = question.value.split(' ').filter((name) => name !== '');
  const rest = question.choices.filter((choice) => !ranked.includes(choice.value));
  const order = [
    ...ranked.flatMap((name) => question.choices.find((one) => one.value === name) ?? []),
    ...rest,
  ];
  const move = (from: number, to: number) =>
    fill.set(
      question,
      arrayMove(order, from, to)
        .map((choice) => choice.value)
        .join(' '),
      'now',
    );
  const place = (name: unknown) => order.findIndex((choice) => choice.value === name);
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) move(place(active.id), place(over.id));
  };
  return (
    <>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={drop}
        accessibility={{ screenReaderInstructions: { draggable: t('form.rankKeys') } }}
      >
        <SortableContext items={order.map((choice) => choice.value)} strategy={verticalListSortingStrategy}>
          <ol
            className={`rank-list${ranked.length === 0 ? ' rank-list-open' : ''}`}
            aria-labelledby={labelId}
          >
            {order.map((choice, index) => (
              <RankedChoice
                key={choice.value}
                choice={choice}
                place={index + 1}
                up={index > 0 ? () => move(index, index - 1) : undefined}
                down={index < order.length - 1 ? () => move(index, index + 1) : undefined}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {ranked.length === 0 && (
        <Button onClick={() => fill.set(question, order.map((choice) => choice.value).join(' '), 'now')}>
          {t('form.rankAsShown')}
        </Button>
      )}
    </>
  );
}

interface RankedChoiceProps {
  readonly choice: Choice;
  readonly place: number;
  readonly up: (() => void) | undefined;
  readonly down: (() => void) | undefined;
}

function RankedChoice({ choice, place, up, down }: RankedChoiceProps) {
  const { t } = useTranslation();
  const { attributes, listeners, setNodeRef, transform } = useSortable({
    id: choice.value,
    transition: null,
  });
  const moved = transform ? { transform: `translateY(${transform.y}px)` } : undefined;
  return (
    <li ref={setNodeRef} className="rank-choice" style={moved}>
      <button
        type="button"
        className="rank-handle"
        {...attributes}
        {...listeners}
        aria-label={t('form.rankMove', { label: choice.label, n: place })}
      >
        <HolderOutlined />
      </button>
      <span className="figures rank-place">{place}</span>
      <span className="rank-name">{choice.label}</span>
      <Button
        type="text"
        icon={<UpOutlined />}
        disabled={!up}
        onClick={up}
        aria-label={t('form.rankUp', { label: choice.label })}
      />
      <Button
        type="text"
        icon={<DownOutlined />}
        disabled={!down}
        onClick={down}
        aria-label={t('form.rankDown', { label: choice.label })}
      />
    </li>
  );
}

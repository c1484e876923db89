import { HolderOutlined } from '@ant-design/icons';
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
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import type { TableColumnsType } from 'antd';
import {
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { movedTo, rankEdits } from '../../../shared/tables/rank-edits';
import { officeScope } from '../../../shared/records/record-schemas';
import { useStore } from '../../data/store-context';
import { RegisterRows } from './register-rows';

interface RankedRecord {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
}

interface RankedRowsProps<R> {
  readonly kind: 'person' | 'unit';
  readonly records: readonly R[];
  /** Records that are ranked among each other: all people, the units of one parent. */
  readonly groupOf: (record: R) => string;
  /** False while only a part of the records is shown. */
  readonly movable: boolean;
  readonly columns: TableColumnsType<R>;
  readonly empty: ReactNode;
}

/** A list in order of rank: rows are dragged by their handle, or walked with Alt and the arrows. */
export function RankedRows<R extends RankedRecord>(props: RankedRowsProps<R>) {
  const { kind, records, groupOf, movable, columns, empty } = props;
  const { t } = useTranslation();
  const store = useStore();
  const [moved, setMoved] = useState<{ readonly id: string; readonly to: number } | null>(null);
  const carried = useRef<{ readonly id: string; readonly at: number }>(undefined);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  // A row that goes to another place loses the keyboard; whoever carried it goes on carrying.
  useEffect(() => {
    const at = records.findIndex(({ id }) => id === carried.current?.id);
    if (!carried.current || at === carried.current.at) return;
    document.getElementById(`handle-${carried.current.id}`)?.focus();
    carried.current = undefined;
  }, [records]);

  const siblingsOf = (record: R) => records.filter((other) => groupOf(other) === groupOf(record));
  const nameOf = (id: unknown) => records.find((record) => record.id === id)?.name ?? '';

  // Said when the row stands there: the next step rests on what is shown.
  const mover = records.find(({ id }) => id === moved?.id);
  const stands = mover && moved && siblingsOf(mover).indexOf(mover) === moved.to;
  const said = stands ? t('register.movedTo', { name: mover.name, place: moved.to + 1 }) : '';

  async function place(record: R, to: number) {
    const siblings = siblingsOf(record);
    if (!movable || to < 0 || to >= siblings.length) return;
    const edits = rankEdits(movedTo(siblings, record.id, to));
    const saved = await store.save(
      edits.map(({ id, rank }) => ({ kind, id, tour: officeScope, values: { rank } })),
    );
    if (saved.ok) setMoved({ id: record.id, to });
  }

  function drop({ active, over }: DragEndEvent) {
    const record = records.find(({ id }) => id === active.id);
    const target = records.find(({ id }) => id === over?.id);
    if (!record || !target || record === target || groupOf(record) !== groupOf(target)) return;
    void place(record, siblingsOf(record).indexOf(target));
  }

  function carry(event: KeyboardEvent, record: R) {
    const step = event.altKey && !event.shiftKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    carried.current = { id: record.id, at: records.indexOf(record) };
    void place(record, siblingsOf(record).indexOf(record) + step);
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        screenReaderInstructions: { draggable: t('register.dragKeys') },
        announcements: {
          onDragStart: ({ active }) => t('register.dragStart', { name: nameOf(active.id) }),
          onDragOver: ({ over }) => (over ? t('register.dragOver', { name: nameOf(over.id) }) : undefined),
          onDragEnd: ({ active }) => t('register.dragEnd', { name: nameOf(active.id) }),
          onDragCancel: ({ active }) => t('register.dragEnd', { name: nameOf(active.id) }),
        },
      }}
    >
      <p className="hidden-text" aria-live="polite">
        {said}
      </p>
      <SortableContext items={records.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <RegisterRows
          records={records}
          empty={empty}
          row={SortableRow}
          columns={[
            {
              key: 'handle',
              width: 56,
              title: <span className="hidden-text">{t('register.rank')}</span>,
              render: (_, record) => (
                <Handle record={record} disabled={!movable} onKeyDown={(event) => carry(event, record)} />
              ),
            },
            ...columns,
          ]}
        />
      </SortableContext>
    </DndContext>
  );
}

const RowContext = createContext<Partial<ReturnType<typeof useSortable>>>({});

function SortableRow({ ref, ...props }: ComponentProps<'div'> & { readonly 'data-row-key'?: string }) {
  const sortable = useSortable({ id: props['data-row-key'] ?? '' });
  const { transform, transition, isDragging, setNodeRef } = sortable;
  // The list measures its rows by its own reference: without it the last ones lie outside of what can be scrolled.
  const measured = useCallback(
    (row: HTMLDivElement | null) => {
      setNodeRef(row);
      if (typeof ref === 'function') ref(row);
      else if (ref) ref.current = row;
    },
    [ref, setNodeRef],
  );
  return (
    <RowContext.Provider value={sortable}>
      <div
        {...props}
        ref={measured}
        className={`${props.className ?? ''}${isDragging ? ' register-dragged' : ''}`}
        style={{
          ...props.style,
          ...(transform ? { transform: `translate3d(0, ${transform.y}px, 0)`, transition } : {}),
        }}
      />
    </RowContext.Provider>
  );
}

interface HandleProps {
  readonly record: RankedRecord;
  readonly disabled: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Handle({ record, disabled, onKeyDown }: HandleProps) {
  const { t } = useTranslation();
  const { attributes, listeners, setActivatorNodeRef } = useContext(RowContext);
  return (
    <button
      type="button"
      className="register-handle"
      {...attributes}
      {...listeners}
      id={`handle-${record.id}`}
      ref={setActivatorNodeRef}
      disabled={disabled}
      aria-label={t('register.carry', { name: record.name })}
      title={t('register.carryHint')}
      onKeyDown={(event) => {
        onKeyDown(event);
        if (!event.defaultPrevented) (listeners?.['onKeyDown'] as typeof onKeyDown | undefined)?.(event);
      }}
    >
      <HolderOutlined />
    </button>
  );
}

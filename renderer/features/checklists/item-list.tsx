import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { surveyLines } from '../../../shared/checklists/edit-survey';
import type { Checklist } from '../../../shared/records/checklist';
import { ItemRow } from './item-row';

interface ItemListProps {
  readonly checklist: Checklist;
  readonly selected: number;
  /** Rows with a fault. */
  readonly faulty: ReadonlySet<number>;
  readonly onSelect: (index: number) => void;
  /** Missing where the checklist is only looked at. */
  readonly onMove?: (index: number, to: { readonly step: -1 | 1 } | { readonly target: number }) => void;
  readonly onRemove?: (index: number) => void;
}

/** The rows of a form, those of groups indented: walked with the arrows, carried with Alt and the arrows or by hand. */
export function ItemList({ checklist, selected, faulty, onSelect, onMove, onRemove }: ItemListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const lines = surveyLines(checklist.survey);
  const ids = lines.map(({ index }) => `row-${index}`);

  function focus(index: number) {
    onSelect(index);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus());
  }

  function press(event: KeyboardEvent) {
    const step = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as 'ArrowUp' | 'ArrowDown'];
    if (step !== undefined && event.altKey) {
      event.preventDefault();
      onMove?.(selected, { step });
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus());
    } else if (step !== undefined) {
      event.preventDefault();
      const next = lines[selected + step];
      if (next) focus(next.index);
    } else if (event.key === 'Delete' && onRemove) {
      event.preventDefault();
      onRemove(selected);
      focus(Math.max(0, selected - 1));
    }
  }

  function drop({ active, over }: DragEndEvent) {
    const [from, target] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id))];
    if (from >= 0 && target >= 0) onMove?.(from, { target });
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ screenReaderInstructions: { draggable: t('checklists.dragKeys') } }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol ref={list} className="editor-rows">
          {lines.map((line) => (
            <ItemRow
              key={line.index}
              checklist={checklist}
              line={line}
              current={line.index === selected}
              faulty={faulty.has(line.index)}
              movable={onMove !== undefined && line.kind !== 'end'}
              onSelect={() => onSelect(line.index)}
              onKeyDown={press}
            />
          ))}
        </ol>
      </SortableContext>
      {onMove && <p className="soft editor-keys">{t('checklists.listKeys')}</p>}
    </DndContext>
  );
}

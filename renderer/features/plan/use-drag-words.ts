import type { Announcements, ScreenReaderInstructions, UniqueIdentifier } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';

/** What a screen reader is told while a stop is dragged by the keyboard. */
export function useDragWords(nameOf: (id: UniqueIdentifier) => string): {
  readonly announcements: Announcements;
  readonly screenReaderInstructions: ScreenReaderInstructions;
} {
  const { t } = useTranslation();
  return {
    screenReaderInstructions: { draggable: t('plan.dragKeys') },
    announcements: {
      onDragStart: ({ active }) => t('plan.dragStart', { title: nameOf(active.id) }),
      onDragOver: ({ active, over }) =>
        over ? t('plan.dragOver', { title: nameOf(active.id), over: nameOf(over.id) }) : undefined,
      onDragEnd: ({ active }) => t('plan.dragEnd', { title: nameOf(active.id) }),
      onDragCancel: ({ active }) => t('plan.dragCancel', { title: nameOf(active.id) }),
    },
  };
}

import { ClockCircleOutlined, EnvironmentOutlined } from '@ant-design/icons';
import { type KeyboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { takenTime } from '../../../shared/photos/stamp-lines';
import type { Attachment } from '../../../shared/records/attachment';
import { useThumb } from '../../data/photos/use-thumb';
import { PhotoImage } from '../../ui/photo/photo-image';
import type { PhotoKeys } from './use-photo-keys';

interface PhotoCellProps extends Pick<PhotoKeys, 'choose' | 'focus'> {
  readonly photo: Attachment;
  readonly selected: boolean;
  readonly isActive: boolean;
  /** All that are chosen: they are dragged together. */
  readonly chosen: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
  readonly press: (event: KeyboardEvent) => void;
}

/** One picture to be chosen, dragged or opened. Drawn again only when it changes: there may be hundreds. */
export const PhotoCell = memo(
  Cell,
  (before, after) =>
    (['photo', 'selected', 'isActive', 'onOpen', 'press'] as const).every(
      (name) => before[name] === after[name],
    ) &&
    (!after.selected || before.chosen === after.chosen),
);

function Cell({ photo, selected, isActive, chosen, choose, focus, onOpen, press }: PhotoCellProps) {
  const { t } = useTranslation();
  const thumb = useThumb(photo);
  const { id } = photo;
  return (
    <button
      type="button"
      aria-pressed={selected}
      tabIndex={isActive ? 0 : -1}
      data-photo={id}
      data-record={id}
      className={`photo-cell${selected ? ' photo-cell-selected' : ''}`}
      draggable
      onFocus={() => focus(id)}
      onClick={(event) =>
        choose(id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only')
      }
      onKeyDown={press}
      onDoubleClick={() => onOpen(id)}
      onDragStart={(event) => {
        const ids = chosen.has(id) ? [...chosen] : [id];
        if (!chosen.has(id)) choose(id, 'only');
        event.dataTransfer.setData('application/x-xunji-photos', ids.join(' '));
      }}
    >
      <span className="photo-cell-picture">
        <PhotoImage
          alt={t('stop.photoOf', { name: photo.caption || photo.name })}
          marked={photo.marks.length > 0}
          thumb={thumb}
        />
      </span>
      <span className="photo-cell-foot figures">
        {photo.takenAt !== '' && takenTime(photo).slice(5)}
        {photo.stop !== '' && photo.placed === 'time' && <ClockCircleOutlined title={t('photos.byTime')} />}
        {photo.stop !== '' && photo.placed === 'position' && (
          <EnvironmentOutlined title={t('photos.byPosition')} />
        )}
      </span>
    </button>
  );
}

import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/records/attachment';
import { PhotoGroup } from './photo-group';
import type { PhotoKeys } from './use-photo-keys';

export interface StopPhotos {
  /** Empty for the tray of pictures that belong nowhere yet. */
  readonly stop: string;
  readonly title: string;
  readonly photos: readonly Attachment[];
}

interface PhotoGroupsProps {
  readonly groups: readonly StopPhotos[];
  readonly keys: PhotoKeys;
  readonly onDrop: (event: DragEvent, stop: string) => void;
  readonly onOpen: (id: string) => void;
}

/** The tray and the stops that have pictures; those that have none are folded away, and unfold where a picture is dragged over. */
export const PhotoGroups = memo(Groups);

function Groups({ groups, keys, onDrop, onOpen }: PhotoGroupsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const filled = groups.filter(({ photos }) => photos.length > 0);
  const empty = groups.filter(({ photos }) => photos.length === 0);
  const stops = empty.filter(({ stop }) => stop !== '').length;
  const draw = ({ stop, title, photos }: StopPhotos) => (
    <PhotoGroup
      key={stop}
      stop={stop}
      title={title}
      photos={photos}
      keys={keys}
      onDrop={onDrop}
      onOpen={onOpen}
    />
  );
  return (
    <div className="photos-groups">
      {filled.map(draw)}
      {empty.length > 0 && (
        <div onDragEnter={() => setOpen(true)}>
          <Button
            aria-expanded={open}
            icon={open ? <DownOutlined /> : <RightOutlined />}
            onClick={() => setOpen(!open)}
          >
            {stops === 0 ? empty[0]?.title : t('photos.emptyStops', { n: stops })}
          </Button>
        </div>
      )}
      {open && empty.map(draw)}
    </div>
  );
}

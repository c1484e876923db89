import { type DragEvent, memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/records/attachment';
import { PhotoCell } from './photo-cell';
import type { PhotoKeys } from './use-photo-keys';

interface PhotoGroupProps {
  /** Empty for the tray of pictures that belong nowhere yet. */
  readonly stop: string;
  readonly title: string;
  readonly photos: readonly Attachment[];
  readonly keys: PhotoKeys;
  readonly onDrop: (event: DragEvent, stop: string) => void;
  readonly onOpen: (id: string) => void;
}

/** The pictures of one stop; what is dropped here belongs here. Drawn again only when something of it changes. */
export const PhotoGroup = memo(
  Group,
  (before, after) =>
    (['stop', 'title', 'keys', 'onDrop', 'onOpen'] as const).every((name) => before[name] === after[name]) &&
    before.photos.length === after.photos.length &&
    before.photos.every((photo, at) => photo === after.photos[at]),
);

function Group({ stop, title, photos, keys, onDrop, onOpen }: PhotoGroupProps) {
  const { t } = useTranslation();
  const head = useId();
  const [over, setOver] = useState(false);
  const isTray = stop === '';
  const name = t('photos.groupName', { name: title, n: photos.length });
  return (
    <section aria-labelledby={head}>
      <div
        className={`panel photos-group${isTray ? ' photos-tray' : ''}${over ? ' photos-group-over' : ''}`}
        onDragOver={() => setOver(true)}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
        }}
        onDrop={(event) => {
          setOver(false);
          onDrop(event, stop);
        }}
      >
        <h2 id={head} className="photos-group-head">
          <span className="cut">{title}</span> <span className="soft figures">{photos.length}</span>
        </h2>
        {isTray && photos.length > 0 && <p className="soft">{t('photos.unplacedHint')}</p>}
        {photos.length === 0 ? (
          <p className="soft photos-group-empty">{t('photos.emptyGroup')}</p>
        ) : (
          <ul className="photos-cells" aria-label={name}>
            {photos.map((photo) => (
              <li key={photo.id}>
                <PhotoCell
                  photo={photo}
                  selected={keys.selected.has(photo.id)}
                  chosen={keys.selected}
                  isActive={keys.active === photo.id}
                  choose={keys.choose}
                  focus={keys.focus}
                  onOpen={onOpen}
                  press={keys.press}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

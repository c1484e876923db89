import { DeleteOutlined, PictureOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/records/attachment';
import type { Issue } from '../../../shared/records/issue';
import { useStore } from '../../data/store-context';
import type { StopRecords } from '../../data/use-stop-records';
import { EmptyNote } from '../../ui/empty-note';
import { PhotoPicker } from './photo-picker';
import { PhotoThumb } from './photo-thumb';
import './photo-wall.css';
import { RecordMark } from './record-mark';
import { TextField } from './text-field';
import type { AddPhotos } from './use-add-photos';

interface PhotoWallProps {
  readonly records: StopRecords;
  readonly photos: AddPhotos;
}

/** All pictures of the stop, each with its words and the issue it is evidence of. */
export function PhotoWall({ records, photos }: PhotoWallProps) {
  const { t } = useTranslation();
  const { attachments, issues } = records;
  return (
    <div className="stack">
      <div className="photo-bar">
        <PhotoPicker photos={photos} about="" />
        <span className="soft">{t('stop.photoHint')}</span>
      </div>
      {attachments.length === 0 ? (
        <EmptyNote icon={<PictureOutlined />} title={t('stop.noPhotos')} hint={t('stop.photoHint')} />
      ) : (
        <ul className="photo-wall" aria-label={t('stop.photos')}>
          {attachments.map((photo) => (
            <PhotoTile key={photo.id} photo={photo} issues={issues} />
          ))}
        </ul>
      )}
    </div>
  );
}

function PhotoTile({ photo, issues }: { readonly photo: Attachment; readonly issues: readonly Issue[] }) {
  const { t } = useTranslation();
  const store = useStore();
  const target = { kind: 'attachment' as const, id: photo.id, tour: photo.tour };
  return (
    <li className="panel photo-tile">
      <PhotoThumb photo={photo} />
      <TextField
        unborn={null}
        label={t('stop.caption')}
        target={{ ...target, field: 'caption' }}
        stored={photo.caption}
      />
      <Select
        aria-label={t('stop.evidenceOf')}
        value={photo.about}
        onChange={(about) => void store.save([{ ...target, values: { about } }])}
        options={[
          { value: '', label: t('stop.evidenceNone') },
          ...issues.map((issue) => ({ value: issue.id, label: issue.text || t('stop.issue') })),
        ]}
      />
      <div className="photo-tile-foot">
        <span className="soft cut" title={photo.name}>
          {photo.name}
        </span>
        <RecordMark record={photo.id} />
        <Popconfirm
          title={t('stop.removeAsk')}
          description={t('stop.removeSure')}
          okText={t('stop.remove')}
          cancelText={t('stop.keep')}
          onConfirm={() => void store.save([{ ...target, values: { deleted: true } }])}
        >
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('stop.remove')} />
        </Popconfirm>
      </div>
    </li>
  );
}

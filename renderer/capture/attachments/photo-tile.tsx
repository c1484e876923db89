import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/records/attachment';
import type { Issue } from '../../../shared/records/issue';
import { useStore } from '../../data/store-context';
import { PhotoThumb } from './photo-thumb';
import { RecordMark } from './record-mark';
import { TextField } from '../fields/text-field';
import { HistoryButton } from '../fields/history-button';
import { RemoveButton } from '../fields/remove-button';

interface PhotoTileProps {
  readonly photo: Attachment;
  readonly among: readonly Attachment[];
  readonly issues: readonly Issue[];
}

/** One picture of the wall with its words. */
export function PhotoTile({ photo, among, issues }: PhotoTileProps) {
  const { t } = useTranslation();
  const store = useStore();
  const target = { kind: 'attachment' as const, id: photo.id, tour: photo.tour };
  return (
    <li className="panel photo-tile" data-record={photo.id}>
      <PhotoThumb photo={photo} among={among} />
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
        <RecordMark record={photo.id} files={[photo.sha256]} />
        <HistoryButton kind="attachment" id={photo.id} />
        <RemoveButton onRemove={() => void store.save([{ ...target, values: { deleted: true } }])} />
      </div>
    </li>
  );
}

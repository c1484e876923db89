import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/records/attachment';
import { type Issue, recheckResults } from '../../../shared/records/issue';
import type { Stop } from '../../../shared/records/stop';
import { useStore } from '../../data/store-context';
import { labelTime } from '../../ui/label-time';
import { useLanguage } from '../../locales/use-problem-text';
import { PhotoPicker } from '../../capture/attachments/photo-picker';
import { EvidencePhotos } from '../../capture/attachments/evidence-photos';
import { TextField } from '../../capture/fields/text-field';
import { useAddPhotos } from '../../capture/attachments/use-add-photos';

interface RecheckProps {
  readonly issue: Issue;
  readonly stop: Stop;
  readonly photos: readonly Attachment[];
}

/** 回头看: whether an issue of an earlier visit is put right, in words and with photos of today's stop. */
export function Recheck({ issue, stop, photos }: RecheckProps) {
  const { t } = useTranslation();
  const store = useStore();
  const language = useLanguage();
  const adding = useAddPhotos(stop);
  const evidence = photos.filter((photo) => photo.about === issue.id);
  const mark = (recheck: Issue['recheck']) =>
    void store.save([
      {
        kind: 'issue',
        id: issue.id,
        tour: issue.tour,
        values: {
          recheck,
          recheckedBy: store.userName(),
          recheckedAt: store.now(),
          recheckedStop: stop.id,
        },
      },
    ]);
  return (
    <div className="recheck">
      <Segmented
        block
        aria-label={t('stop.recheckOf', { text: issue.text })}
        value={issue.recheck}
        onChange={mark}
        options={recheckResults.map((value) => ({ value, label: t(`stop.recheck.${value}`) }))}
      />
      {issue.recheck !== 'none' && (
        <>
          <p className="soft">
            {issue.recheckedBy} {labelTime(issue.recheckedAt, language)}
          </p>
          <TextField
            long
            key={issue.id}
            unborn={null}
            label={t('stop.recheckWords')}
            target={{ kind: 'issue', id: issue.id, tour: issue.tour, field: 'recheckWords' }}
            stored={issue.recheckWords}
          />
          <EvidencePhotos photos={evidence} />
          <PhotoPicker photos={adding} about={issue.id} plain />
        </>
      )}
    </div>
  );
}

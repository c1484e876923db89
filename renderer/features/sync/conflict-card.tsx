import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EvidencePhotos } from '../../capture/attachments/evidence-photos';
import { openHistory } from '../../data/history-request';
import { useStore } from '../../data/store-context';
import type { RecordConflict } from '../../data/use-conflicts';
import { type Decide, idsOf } from './conflict-props';
import { DeletionConflict } from './deletion-conflict';
import { FieldConflict } from './field-conflict';
import { TextConflict } from './text-conflict';

interface ConflictCardProps {
  readonly entry: RecordConflict;
  readonly onDecided: () => void;
}

/** A record with all that is undecided about it: what it is, where it stands, and what shows how it was. */
export function ConflictCard({ entry, onDecided }: ConflictCardProps) {
  const { t } = useTranslation();
  const store = useStore();
  const { kind, record, scope, evidence } = entry;
  const photos = evidence.filter(({ mime }) => mime.startsWith('image/'));
  const decide: Decide = async (field, value, seen) => {
    const [values, lay] = [{ [field]: value }, { [field]: seen }];
    const saved = await store.save([{ kind, id: record, tour: scope, values, seen: lay }]);
    if (saved.ok) onDecided();
    return saved.ok;
  };
  const [opened] = useState(() => new Set(idsOf(headsOf(entry))));
  const hasMore = headsOf(entry).some(({ change, device }) => device !== store.device && !opened.has(change));
  return (
    <article className="conflict">
      <header className="conflict-head">
        <div className="conflict-place">
          {entry.place.length > 0 && <span className="soft cut">{entry.place.join(' › ')}</span>}
          <span className="cut" title={entry.title}>
            <strong>{t(`records.kinds.${kind}`)}</strong> {entry.title}
          </span>
        </div>
        {entry.address !== null && <Link to={entry.address}>{t('conflicts.open')}</Link>}
        <Button onClick={() => openHistory(record)}>{t('history.title')}</Button>
      </header>
      <EvidencePhotos photos={photos} />
      {evidence.length > photos.length && (
        <p className="soft">{t('conflicts.files', { n: evidence.length - photos.length })}</p>
      )}
      {hasMore && <Alert type="info" showIcon title={t('conflicts.cameSince')} />}
      {entry.conflicts.map((conflict) => {
        const props = { entry, decide };
        switch (conflict.kind) {
          case 'values':
            return <FieldConflict key={conflict.field} conflict={conflict} {...props} />;
          case 'text':
            return <TextConflict key={conflict.field} conflict={conflict} {...props} />;
          case 'editedWhileDeleted':
            return <DeletionConflict key="deletion" conflict={conflict} {...props} />;
        }
      })}
    </article>
  );
}

function headsOf({ conflicts }: RecordConflict) {
  return conflicts.flatMap((conflict) => [
    ...conflict.heads,
    ...(conflict.kind === 'editedWhileDeleted' ? conflict.edits.map(({ head }) => head) : []),
  ]);
}

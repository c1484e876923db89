import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConflicts } from '../../data/use-conflicts';
import { useSyncStatus } from '../../data/use-sync-status';
import { EmptyNote } from '../../ui/empty-note';
import { ConflictCard } from './conflict-card';
import './conflict-desk.css';

/** So many records are read and drawn at once: whoever decides them is given the next. */
const pageSize = 20;

/** What only a person can decide: everything side by side, one click decides, without a network. */
export function ConflictDesk() {
  const { t } = useTranslation();
  const [most, setMost] = useState(pageSize);
  const { conflicts: count } = useSyncStatus();
  const conflicts = useConflicts(most);
  const desk = useRef<HTMLElement>(null);
  const rest = count - (conflicts?.length ?? 0);
  return (
    <section
      ref={desk}
      id="sync-conflicts"
      tabIndex={-1}
      className="panel sync-section"
      aria-label={t('sync.conflicts')}
    >
      {conflicts?.length === 0 ? (
        <EmptyNote
          icon={<CheckCircleOutlined />}
          title={t('sync.noConflicts')}
          hint={t('sync.noConflictsHint')}
        />
      ) : (
        <>
          <h2>{t('conflicts.title')}</h2>
          <p className="soft">
            {t('conflicts.hint')} {t('conflicts.count', { n: count })}
          </p>
        </>
      )}
      {conflicts?.map((entry) => (
        // The button that was pressed goes with its conflict; the keyboard goes on from the desk.
        <ConflictCard key={entry.record} entry={entry} onDecided={() => desk.current?.focus()} />
      ))}
      {conflicts && rest > 0 && (
        <Button className="conflict-more" onClick={() => setMost(most + pageSize)}>
          {t('conflicts.more', { n: Math.min(rest, pageSize) })}
        </Button>
      )}
    </section>
  );
}

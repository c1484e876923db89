import { CheckCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordConflict } from '../../data/use-conflicts';
import { EmptyNote } from '../../ui/empty-note';
import { FieldConflict } from './field-conflict';

/** Two people set the same field without seeing each other: both values side by side, one click decides. */
export function ConflictDesk({ conflicts }: { readonly conflicts: readonly RecordConflict[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel sync-section" aria-label={t('sync.conflicts')}>
      {conflicts.length === 0 ? (
        <EmptyNote
          icon={<CheckCircleOutlined />}
          title={t('sync.noConflicts')}
          hint={t('sync.noConflictsHint')}
        />
      ) : (
        <>
          <h2>{t('sync.conflictsTitle')}</h2>
          <p className="soft">{t('sync.conflictsHint')}</p>
        </>
      )}
      {conflicts.map((entry) => (
        <article key={entry.record} className="conflict">
          <header className="conflict-head">
            <strong>{t(`records.kinds.${entry.kind}`)}</strong>
            <span className="cut" title={entry.title}>
              {entry.title}
            </span>
            {entry.stop && <Link to={`/tours/${entry.tour}/stops/${entry.stop}`}>{t('sync.openStop')}</Link>}
          </header>
          {entry.conflicts.map((conflict) => (
            <FieldConflict key={conflict.field} entry={entry} conflict={conflict} />
          ))}
        </article>
      ))}
    </section>
  );
}

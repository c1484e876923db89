import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../locales/use-problem-text';
import type { SyncStatus } from '../../data/sync-status';

/** What the server will not take, and why. Nothing of it is lost. */
export function RefusedList({ refused }: { readonly refused: SyncStatus['refused'] }) {
  const { t } = useTranslation();
  const describe = useProblemText();
  if (refused.length === 0) return null;
  return (
    <section className="panel sync-section" aria-label={t('sync.refusedTitle')}>
      <h2>{t('sync.refusedTitle')}</h2>
      <p className="soft">{t('sync.refusedHint')}</p>
      <ul>
        {refused.map((entry) => (
          <li key={entry.change} className="sync-refused">
            <strong>{t(`records.kinds.${entry.kind}`)}</strong> {describe(entry.problem)}
          </li>
        ))}
      </ul>
    </section>
  );
}

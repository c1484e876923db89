import { useTranslation } from 'react-i18next';
import { useObservable } from '../../data/observable';
import type { SyncStatus } from '../../data/sync-status';
import { recordsUnderWay } from '../../data/under-way';
import { useClockAhead } from '../../data/use-clock-ahead';
import { useLanguage } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';

/** How much waits, and when the server was heard last. */
export function SyncFigures({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const underWay = useObservable(recordsUnderWay).size;
  const { lastContact } = status;
  const clockAhead = useClockAhead(lastContact);
  const minutes = Math.round(Math.abs(clockAhead ?? 0) / 60);
  const figures = [
    [t('sync.unsent'), String(status.unsent), underWay > 0 ? t('sending.underWay', { n: underWay }) : ''],
    [t('sync.filesPending'), String(status.filesPending), ''],
    [t('sync.refused'), String(status.refused), ''],
    [t('sync.conflicts'), String(status.conflicts), ''],
    [
      t('sync.lastContact'),
      lastContact ? labelTime(lastContact, language) : t('sync.never'),
      // Merging asks no clock; but people compare times.
      minutes > 5 ? t((clockAhead ?? 0) > 0 ? 'sending.clockFast' : 'sending.clockSlow', { n: minutes }) : '',
    ],
  ] as const;
  return (
    <dl className="panel sync-figures">
      {figures.map(([label, value, more]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="figures">
            {value} {more !== '' && <span className="sync-figure-more">{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

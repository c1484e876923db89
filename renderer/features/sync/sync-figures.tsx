import { useTranslation } from 'react-i18next';
import { useObservable } from '../../data/observable';
import type { SyncStatus } from '../../data/sync-status';
import { recordsUnderWay } from '../../data/under-way';
import { useClockAhead } from '../../data/use-clock-ahead';
import { useLanguage } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';
import { roughSpan } from '../../ui/rough-span';
import { SyncFigure } from './sync-figure';

/** Merging asks no clock; but people compare times, and this many minutes are worth a word. */
const oddMinutes = 5;

/** How much waits, each with the way to its list, and when the server was heard last. */
export function SyncFigures({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const underWay = useObservable(recordsUnderWay).size;
  const { lastContact } = status;
  const clockAhead = useClockAhead(lastContact) ?? 0;
  const minutes = Math.round(Math.abs(clockAhead) / 60);
  const { unit, n } = roughSpan(minutes);
  const span = t(`sending.span.${unit}`, { n });
  const clock = t(clockAhead > 0 ? 'sending.clockFast' : 'sending.clockSlow', { span });
  return (
    <dl className="panel sync-figures">
      <SyncFigure
        label={t('sync.unsent')}
        value={status.unsent}
        section="sync-outgoing"
        more={underWay > 0 ? t('sending.underWay', { n: underWay }) : ''}
      />
      <SyncFigure label={t('sync.filesPending')} value={status.filesPending} section="sync-files" />
      <SyncFigure
        label={t('sync.refused')}
        value={status.refused}
        section="sync-outgoing"
        more={status.held > 0 ? t('sending.heldMore', { n: status.held }) : ''}
      />
      <SyncFigure label={t('sync.conflicts')} value={status.conflicts} section="sync-conflicts" />
      <SyncFigure
        label={t('sync.lastContact')}
        value={lastContact ? labelTime(lastContact, language) : t('sync.never')}
        more={minutes > oddMinutes ? clock : ''}
      />
    </dl>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SiteHistory } from '../../data/site-history';
import { ItemOfOthers } from './item-of-others';

/** Tasks and requests of earlier visits that are not done: somebody will ask about them. */
export function OpenMatters({ history }: { readonly history: SiteHistory | undefined }) {
  const { t } = useTranslation();
  const tasks = (history?.tasks ?? []).filter((task) => task.status !== 'closed' && task.text !== '');
  const requests = (history?.requests ?? []).filter((request) => !request.settled && request.text !== '');
  const ofOthers = (history?.ofOthers ?? []).filter(({ kind }) => kind !== 'issue');
  const count = tasks.length + requests.length + ofOthers.length;
  if (count === 0) return null;
  return (
    <section aria-label={t('stop.openMatters')}>
      <h2>
        {t('stop.openMatters')} <span className="dossier-count figures">{count}</span>
      </h2>
      <ul className="dossier-issues">
        {tasks.map((task) => (
          <li key={task.id}>
            <strong>{t('records.kinds.task')}</strong>{' '}
            <Link to={`/tours/${task.tour}/stops/${task.stop}`}>{task.text}</Link>{' '}
            <span className="soft">{[task.lead, task.due].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
        {requests.map((request) => (
          <li key={request.id}>
            <strong>{t('records.kinds.request')}</strong>{' '}
            <Link to={`/tours/${request.tour}/stops/${request.stop}`}>{request.text}</Link>{' '}
            <span className="soft">{[request.raisedBy, request.answer].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
        {ofOthers.map((item) => (
          <ItemOfOthers key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isOpenIssue } from '../../../shared/records/is-open-issue';
import type { Issue } from '../../../shared/records/issue';
import type { Stop } from '../../../shared/records/stop';
import { useStore } from '../../data/store-context';
import type { SiteHistory } from '../../data/site-history';
import type { StopRecords } from '../../data/use-stop-records';
import { useTours } from '../../data/use-tours';
import { ItemOfOthers } from './item-of-others';
import { Recheck } from './recheck';

interface OpenIssuesProps {
  readonly stop: Stop;
  readonly records: StopRecords;
  readonly history: SiteHistory | undefined;
}

/** What is not solved yet here, and at the other stops of the same site, also on earlier tours: looked at again, it is marked. */
export function OpenIssues({ stop, records, history }: OpenIssuesProps) {
  const { t } = useTranslation();
  const store = useStore();
  const tours = useTours();
  const here = records.issues.filter(isOpenIssue);
  const elsewhere = (history?.issues ?? []).filter(
    (issue) => isOpenIssue(issue) || issue.recheckedAt.slice(0, 10) === store.now().slice(0, 10),
  );
  const ofOthers = (history?.ofOthers ?? []).filter(({ kind }) => kind === 'issue');
  const count = here.length + elsewhere.filter(isOpenIssue).length + ofOthers.length;
  return (
    <section aria-label={t('stop.openIssues')}>
      <h2>
        {t('stop.openIssues')} {count > 0 && <span className="dossier-count figures">{count}</span>}
      </h2>
      {count === 0 && <p className="soft">{t('stop.noOpenIssues')}</p>}
      <ul className="dossier-issues">
        {here.map((issue) => (
          <IssueLine key={issue.id} issue={issue} />
        ))}
        {elsewhere.map((issue) => (
          <IssueLine key={issue.id} issue={issue}>
            <Link to={`/tours/${issue.tour}/stops/${issue.stop}`}>
              {issue.tour === stop.tour
                ? t('minutes.goToStop')
                : (tours?.find((tour) => tour.id === issue.tour)?.title ?? t('minutes.goToStop'))}
            </Link>
            <Recheck issue={issue} stop={stop} photos={records.attachments} />
          </IssueLine>
        ))}
        {ofOthers.map((item) => (
          <ItemOfOthers key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function IssueLine({ issue, children }: { readonly issue: Issue; readonly children?: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className={`severity severity-${issue.severity}`}>{t(`stop.${issue.severity}`)}</span>{' '}
      {issue.text} {issue.due && <span className="soft">{issue.due}</span>} {children}
    </li>
  );
}

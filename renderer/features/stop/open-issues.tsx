import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Issue } from '../../../shared/records/issue';
import type { Stop } from '../../../shared/records/stop';
import { useStopRecords } from '../../data/use-stop-records';

interface OpenIssuesProps {
  readonly issues: readonly Issue[];
  /** Other stops of the tour at the same site. */
  readonly elsewhere: readonly Stop[];
}

/** What is not solved yet here, and at the other stops of the same site. */
export function OpenIssues({ issues, elsewhere }: OpenIssuesProps) {
  const { t } = useTranslation();
  const open = issues.filter((issue) => !issue.solvedOnSite && issue.text !== '');
  return (
    <section>
      <h2>
        {t('stop.openIssues')}{' '}
        {open.length > 0 && <span className="dossier-count figures">{open.length}</span>}
      </h2>
      {open.length === 0 && elsewhere.length === 0 && <p className="soft">{t('stop.noOpenIssues')}</p>}
      <ul className="dossier-issues">
        {open.map((issue) => (
          <IssueLine key={issue.id} issue={issue} />
        ))}
        {elsewhere.map((stop) => (
          <ElsewhereIssues key={stop.id} stop={stop} />
        ))}
      </ul>
    </section>
  );
}

function ElsewhereIssues({ stop }: { readonly stop: Stop }) {
  const { t } = useTranslation();
  const open = useStopRecords(stop.id)?.issues.filter((issue) => !issue.solvedOnSite) ?? [];
  return open.map((issue) => (
    <IssueLine key={issue.id} issue={issue}>
      <Link to={`/tours/${stop.tour}/stops/${stop.id}`}>{t('minutes.goToStop')}</Link>
    </IssueLine>
  ));
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

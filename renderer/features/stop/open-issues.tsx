import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Issue } from '../../../shared/records/issue';
import type { Stop } from '../../../shared/records/stop';
import { useSiteIssues } from '../../data/use-site-issues';
import { useTours } from '../../data/use-tours';

interface OpenIssuesProps {
  readonly stop: Stop;
  readonly issues: readonly Issue[];
}

/** What is not solved yet here, and at the other stops of the same site, also on earlier tours. */
export function OpenIssues({ stop, issues }: OpenIssuesProps) {
  const { t } = useTranslation();
  const tours = useTours();
  const here = issues.filter(isOpen);
  const elsewhere = (useSiteIssues(stop) ?? []).filter(isOpen);
  const count = here.length + elsewhere.length;
  return (
    <section>
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
          </IssueLine>
        ))}
      </ul>
    </section>
  );
}

function isOpen(issue: Issue): boolean {
  return !issue.solvedOnSite && issue.text !== '';
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

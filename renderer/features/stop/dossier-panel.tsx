import { useTranslation } from 'react-i18next';
import type { Stop } from '../../../shared/records/stop';
import { useSiteHistory } from '../../data/use-site-history';
import type { StopRecords } from '../../data/use-stop-records';
import type { TourView } from '../../data/use-tour-view';
import { FactList } from '../../ui/fact-list';
import './dossier-panel.css';
import { LastVisits } from './last-visits';
import { OpenItemsCut } from './open-items-cut';
import { OpenIssues } from './open-issues';
import { OpenMatters } from './open-matters';
import { TeamPeople } from './team-people';

interface DossierPanelProps {
  readonly view: TourView;
  readonly stop: Stop;
  readonly records: StopRecords;
}

/** What is known before one asks: the place, its figures, what is still open there, and who is along. */
export function DossierPanel({ view, stop, records }: DossierPanelProps) {
  const { t } = useTranslation();
  const site = view.sites.get(stop.site);
  const history = useSiteHistory(stop);
  return (
    <aside className="dossier" aria-label={t('stop.dossier')}>
      <section>
        <h2>{t('stop.siteFacts')}</h2>
        <FactList
          facts={[
            [t('stop.enterprise'), site?.enterprise ?? ''],
            [t('stop.project'), site?.project ?? ''],
            [t('stop.district'), site?.district ?? ''],
            [t('stop.address'), site?.address ?? ''],
            [t('stop.spot'), stop.spot],
            [t('stop.stage'), stop.stage],
            [t('stop.planned'), stop.plannedAt],
            [t('stop.actual'), stop.visitedAt],
            [t('stop.reporter'), stop.reporter],
            [t('stop.remarks'), stop.remarks],
          ]}
        />
        {site?.facts.map((fact) => (
          <p key={fact} className="dossier-fact">
            {fact}
          </p>
        ))}
      </section>
      {site && site.ledger.length > 0 && (
        <section>
          <h2>{t('stop.ledger')}</h2>
          <dl className="dossier-ledger">
            {site.ledger.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="figures">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <OpenIssues stop={stop} records={records} history={history} />
      <OpenMatters history={history} />
      <OpenItemsCut />
      <LastVisits history={history} />
      <TeamPeople view={view} team={stop.team} />
    </aside>
  );
}

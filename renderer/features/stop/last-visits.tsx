import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateWords } from '../../../shared/records/date-words';
import type { SiteHistory } from '../../data/site-history';

/** More than these are read in the tours themselves. */
const shown = 5;

/** 回头看: when somebody was at this site before, on which tour, and how much was found. */
export function LastVisits({ history }: { readonly history: SiteHistory | undefined }) {
  const { t } = useTranslation();
  const visits = history?.visits ?? [];
  return (
    <section aria-label={t('stop.lastVisits')}>
      <h2>{t('stop.lastVisits')}</h2>
      {visits.length === 0 && <p className="soft">{t('stop.firstVisit')}</p>}
      <ul className="dossier-issues">
        {visits.slice(0, shown).map(({ stop, tour, notes, remarks, issues, photos }) => (
          <li key={stop.id}>
            <strong className="figures">{(tour && dateWords(tour.date)) || stop.visitedAt}</strong>{' '}
            <Link to={`/tours/${stop.tour}/stops/${stop.id}`}>{tour?.title || t('plan.untitled')}</Link>
            <p className="soft figures">
              {[
                notes > 0 && t('overview.noteCount', { n: notes }),
                remarks > 0 && t('overview.remarkCount', { n: remarks }),
                issues > 0 && t('overview.issueCount', { n: issues }),
                photos.length > 0 && t('overview.photoCount', { n: photos.length }),
              ]
                .filter(Boolean)
                .join(' · ') || t('stop.nothingThen')}
            </p>
          </li>
        ))}
      </ul>
      {visits.length > shown && <p className="soft">{t('stop.moreVisits', { n: visits.length - shown })}</p>}
    </section>
  );
}

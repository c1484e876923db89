import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { wasVisited } from '../../../shared/records/was-visited';
import { sumCheck } from '../../../shared/tours/sum-check';
import type { StopCounts } from '../../data/use-stop-counts';
import type { TourView } from '../../data/use-tour-view';

interface TourFiguresProps {
  readonly view: TourView;
  readonly counts: ReadonlyMap<string, StopCounts> | undefined;
}

/** The sums of a tour. A stated total that differs from the list is shown, since people will be asked about it. */
export function TourFigures({ view, counts }: TourFiguresProps) {
  const { t } = useTranslation();
  const { stops, tour } = view;
  const sum = (column: 'notes' | 'remarks' | 'issues' | 'photos') =>
    [...(counts?.values() ?? [])].reduce((total, entry) => total + entry[column], 0);
  const visited = stops.filter(wasVisited).length;
  const skipped = stops.filter((stop) => stop.status === 'skipped').length;
  const stated = tour.statedTotal !== null && tour.statedTotal !== stops.length;
  const total = sumCheck(tour, view.teams, stops);
  const figures = [
    {
      label: t('overview.allStops'),
      n: stops.length,
      hint: stated && t('overview.stated', { n: tour.statedTotal }),
    },
    {
      label: t('overview.visited'),
      n: visited,
      hint: `${Math.round((visited / (stops.length || 1)) * 100)}%`,
    },
    { label: t('overview.skipped'), n: skipped },
    { label: t('overview.notes'), n: sum('notes') },
    { label: t('overview.remarks'), n: sum('remarks') },
    { label: t('overview.issues'), n: sum('issues') },
    { label: t('overview.photos'), n: sum('photos') },
  ];
  return (
    <>
      <dl className="panel overview-figures">
        {figures.map(({ label, n, hint }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figures">
              {n} {hint && <small className="soft">{hint}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {total?.agrees === false && (
        <Alert
          showIcon
          type="warning"
          title={t('plan.sumDiffers', {
            stated: total.stated,
            listed: total.listed,
            parts: total.parts.map(({ name, n }) => `${n}（${name || t('plan.noTeam')}）`).join(' + '),
          })}
        />
      )}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import type { Score } from '../../../shared/records/score';
import type { ScoreSheet } from '../../../shared/records/score-sheet';
import type { Stop } from '../../../shared/records/stop';
import { stopTitle } from '../../../shared/records/stop-title';
import { type RankedStop, rankStops } from '../../../shared/scores/rank-stops';
import type { TourView } from '../../data/use-tour-view';
import { ExportScores } from './export-scores';

interface RankingTableProps {
  readonly view: TourView;
  readonly stops: readonly Stop[];
  readonly sheet: ScoreSheet;
  readonly scores: readonly Score[];
}

/** The stops by rank, with every judge's total, what was left out of it, and who has still to judge. */
export function RankingTable({ view, stops, sheet, scores }: RankingTableProps) {
  const { t } = useTranslation();
  const ranked = rankStops(
    sheet,
    scores,
    stops.map((stop) => stop.id),
  );
  const titles = new Map(stops.map((stop) => [stop.id, stopTitle(stop, view.sites.get(stop.site))]));
  const titled = stops.map(({ id }) => ({ id, title: titles.get(id) ?? '' }));
  return (
    <div className="scores-scroll">
      <ExportScores sheet={sheet} scores={scores} stops={titled} />
      <table className="scores-table scores-ranking">
        <caption className="soft">
          {t('scores.rule', { highest: sheet.dropHighest, lowest: sheet.dropLowest })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('scores.rank')}</th>
            <th scope="col">{t('scores.stop')}</th>
            <th scope="col">{t('scores.mean')}</th>
            <th scope="col">{t('scores.totals')}</th>
            <th scope="col">{t('scores.missing')}</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((row) => (
            <tr key={row.stop}>
              <td className="figures scores-rank">
                {row.rank ?? '—'}
                {isTied(row, ranked) && <span className="soft scores-tied">{t('scores.tied')}</span>}
              </td>
              <th scope="row">{titles.get(row.stop)}</th>
              <td className="figures">{row.mean === null ? t(whyNone(row)) : row.mean.toFixed(2)}</td>
              <td>
                {row.totals.map(({ judge, total, dropped }) => (
                  <span key={judge} className={`figures scores-total${dropped ? ' scores-dropped' : ''}`}>
                    {dropped ? (
                      <del title={t('scores.dropped')}>
                        {judge} {total.toFixed(2)}
                      </del>
                    ) : (
                      `${judge} ${total.toFixed(2)}`
                    )}
                  </span>
                ))}
              </td>
              <td className="soft">{row.missing.join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isTied({ rank }: RankedStop, ranked: readonly RankedStop[]): boolean {
  return rank !== null && ranked.filter((other) => other.rank === rank).length > 1;
}

function whyNone({ totals }: RankedStop) {
  return totals.length === 0 ? ('scores.notJudged' as const) : ('scores.allDropped' as const);
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Stop } from '../../../shared/records/stop';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Team } from '../../../shared/records/team';
import { type PlanRow, planAgainstActual } from '../../../shared/tours/plan-against-actual';
import type { TourView } from '../../data/use-tour-view';

/** Later than this many minutes is said loudly. */
const late = 15;

/** One team's day: what was planned, what came of it, and why. */
export function PlanTable({ team, view }: { readonly team: Team; readonly view: TourView }) {
  const { t } = useTranslation();
  const rows = planAgainstActual(view.stops, team.id);
  const count = (...deviations: readonly PlanRow['deviation'][]) =>
    rows.filter(({ deviation }) => deviations.includes(deviation)).length;
  const titleOf = (stop: Stop | undefined) => (stop ? stopTitle(stop, view.sites.get(stop.site)) : '');
  const notes = ({ stop, deviation }: PlanRow): string =>
    [
      deviation === 'swapped'
        ? t('plan.insteadOf', { title: titleOf(view.stops.find(({ id }) => id === stop.insteadOf)) })
        : '',
      deviation === 'otherTeam'
        ? t('plan.fromTeam', { team: view.teams.find(({ id }) => id === stop.plannedTeam)?.name ?? '' })
        : '',
      stop.reason,
    ]
      .filter(Boolean)
      .join('；');
  return (
    <section className="panel plan-table" aria-label={team.name}>
      <div className="plan-table-head">
        <h2>{team.name}</h2>
        <p className="soft figures">
          {t('plan.planSum', {
            planned: rows.filter(({ plannedOrder }) => plannedOrder !== null).length,
            visited: rows.filter(({ actualOrder }) => actualOrder !== null).length,
            skipped: count('skipped'),
            added: count('added', 'swapped'),
          })}
        </p>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('plan.planned')}</th>
            <th scope="col">{t('plan.actual')}</th>
            <th scope="col">{t('tours.site')}</th>
            <th scope="col">{t('plan.plannedAt')}</th>
            <th scope="col">{t('plan.arrived')}</th>
            <th scope="col">{t('plan.left')}</th>
            <th scope="col">{t('plan.delay')}</th>
            <th scope="col">{t('plan.deviation')}</th>
          </tr>
        </thead>
        <tbody className="figures">
          {rows.map((row) => (
            <tr key={row.stop.id}>
              <td>{row.plannedOrder ?? '—'}</td>
              <td>{row.actualOrder ?? '—'}</td>
              <td className="plan-table-stop">
                <Link to={`/tours/${view.tour.id}/stops/${row.stop.id}`}>{titleOf(row.stop)}</Link>
              </td>
              <td>{row.stop.plannedAt}</td>
              <td>{row.stop.visitedAt}</td>
              <td>{row.stop.leftAt}</td>
              <td>
                <Delay minutes={row.delay} />
              </td>
              <td>
                {t(`plan.deviations.${row.deviation}`)}
                {notes(row) !== '' && <div className="plan-table-why">{notes(row)}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Delay({ minutes }: { readonly minutes: number | null }) {
  const { t } = useTranslation();
  if (minutes === null) return null;
  if (minutes === 0) return t('plan.onTime');
  return (
    <span className={minutes > late ? 'plan-table-late' : undefined}>
      {minutes > 0 ? t('plan.late', { n: minutes }) : t('plan.early', { n: -minutes })}
    </span>
  );
}

import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { dateWords } from '../../../shared/records/date-words';
import { stopTitle } from '../../../shared/records/stop-title';
import type { Difference } from '../../../shared/tables/table-reading';
import type { TourFile } from '../../../shared/tour-file/tour-file';

interface NewTourProps {
  readonly file: string;
  readonly tour: TourFile;
  readonly differences: readonly Difference[];
}

/** What an itinerary would become, before anything is written. */
export function NewTour({ file, tour, differences }: NewTourProps) {
  const { t } = useTranslation();
  const added = (kind: Difference['kind']) =>
    differences.filter((difference) => difference.kind === kind && difference.change === 'added').length;
  const counts = [
    [t('import.tour.countTeams'), tour.teams.length, null],
    [t('import.tour.countStops'), tour.stops.length, null],
    [t('import.tour.countSites'), tour.sites.length, added('site')],
    [t('import.tour.countPeople'), tour.people.length, added('person')],
  ] as const;
  return (
    <div className="stack">
      <p className="soft">{t('import.previewHint', { file })}</p>
      <div>
        <h2>{tour.tour.title}</h2>
        <p className="soft">
          {[dateWords(tour.tour.date) || t('tours.undated'), tour.tour.place].filter(Boolean).join('　')}
        </p>
      </div>
      <dl className="preview-counts">
        {counts.map(([label, n, fresh]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figures">
              {n}
              {fresh !== null && fresh < n && (
                <span className="soft preview-known">{t('import.tour.known', { n: n - fresh })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <TeamLines tour={tour} />
      <FirstStops tour={tour} />
    </div>
  );
}

function TeamLines({ tour }: { readonly tour: TourFile }) {
  const { t } = useTranslation();
  const people = new Map(tour.people.map((person) => [person.id, person.name]));
  return (
    <ul className="preview-teams">
      {tour.teams.map((team) => (
        <li key={team.id}>
          <strong>{team.name}</strong>
          <span>
            {t('import.tour.leader')} {people.get(team.leader) ?? ''}
          </span>
          <span className="soft figures">
            {t('tours.stops', { n: tour.stops.filter((stop) => stop.team === team.id).length })}
          </span>
          <span className="soft cut" title={team.districts.join('、')}>
            {team.districts.join('、')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function FirstStops({ tour }: { readonly tour: TourFile }) {
  const { t } = useTranslation();
  const sites = new Map(tour.sites.map((site) => [site.id, site]));
  const rows = tour.teams.flatMap((team) =>
    tour.stops
      .filter((stop) => stop.team === team.id)
      .slice(0, 2)
      .map((stop) => ({ ...stop, teamName: team.name, ofSite: sites.get(stop.site) })),
  );
  return (
    <section aria-label={t('import.tour.firstRows')}>
      <p className="soft tours-hint">{t('import.tour.firstRows')}</p>
      <Table
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={rows}
        columns={[
          { title: t('import.tour.order'), width: 130, render: (_, row) => `${row.teamName} ${row.order}` },
          { title: t('import.tour.site'), ellipsis: true, render: (_, row) => stopTitle(row, row.ofSite) },
          { title: t('import.tour.district'), width: 110, render: (_, row) => row.ofSite?.district },
          { title: t('import.tour.stage'), dataIndex: 'stage', width: 80 },
          { title: t('import.tour.planned'), dataIndex: 'plannedAt', width: 100 },
        ]}
      />
    </section>
  );
}

import { Modal, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { stopTitle } from '../../../shared/records/stop-title';
import type { TourFile } from '../../../shared/tour-file/tour-file';

interface PreviewDialogProps {
  readonly file: string;
  readonly tour: TourFile;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** What the spreadsheet would become, before anything is written. */
export function PreviewDialog({ file, tour, busy, onConfirm, onClose }: PreviewDialogProps) {
  const { t } = useTranslation();
  const counts = [
    [t('tours.countTeams'), tour.teams.length],
    [t('tours.countStops'), tour.stops.length],
    [t('tours.countSites'), tour.sites.length],
    [t('tours.countPeople'), tour.people.length],
  ] as const;
  return (
    <Modal
      open
      centered
      width={880}
      title={t('tours.previewTitle')}
      okText={t('tours.confirm')}
      cancelText={t('tours.cancel')}
      confirmLoading={busy}
      onOk={onConfirm}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="soft">{t('tours.previewHint', { file })}</p>
        <div>
          <h2>{tour.tour.title}</h2>
          <p className="soft">
            {[tour.tour.date.asWritten || t('tours.undated'), tour.tour.place].filter(Boolean).join('　')}
          </p>
        </div>
        <dl className="preview-counts">
          {counts.map(([label, n]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="figures">{n}</dd>
            </div>
          ))}
        </dl>
        <TeamLines tour={tour} />
        <FirstStops tour={tour} />
      </div>
    </Modal>
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
            {t('tours.leader')} {people.get(team.leader) ?? ''}
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
    <section aria-label={t('tours.firstRows')}>
      <p className="soft tours-hint">{t('tours.firstRows')}</p>
      <Table
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={rows}
        columns={[
          { title: t('tours.order'), width: 130, render: (_, row) => `${row.teamName} ${row.order}` },
          { title: t('tours.site'), ellipsis: true, render: (_, row) => stopTitle(row, row.ofSite) },
          { title: t('tours.district'), width: 110, render: (_, row) => row.ofSite?.district },
          { title: t('tours.stage'), dataIndex: 'stage', width: 80 },
          { title: t('tours.planned'), dataIndex: 'plannedAt', width: 100 },
        ]}
      />
    </section>
  );
}

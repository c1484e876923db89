import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { digitGroups } from '../../../shared/access/digit-groups';
import { newestChecklists } from '../../../shared/checklists/newest-checklists';
import { useAdmin } from '../../data/admin/admin-session';
import { useChecklists } from '../../data/use-checklists';
import { useOffice } from '../../data/use-office';
import { FactList } from '../../ui/fact-list';

const places = [
  ['/register?tab=people', 'people'],
  ['/register?tab=units', 'units'],
  ['/register', 'sites'],
  ['/checklists', 'checklists'],
  ['/presets', 'presets'],
  ['/sync', 'conflicts'],
] as const;

/** By what the office is known, and the ways to what all its computers share. */
export function OfficePanel() {
  const { t } = useTranslation();
  const { joined } = useOffice();
  const { state } = useAdmin();
  const checklists = newestChecklists(useChecklists() ?? []);
  return (
    <div className="stack">
      <section className="panel admin-section">
        <h2>{t('office.office')}</h2>
        <FactList
          facts={[
            [t('office.office'), joined?.office || t('office.unnamed')],
            [t('office.server'), joined?.serverUrl ?? ''],
            [t('admin.fingerprint'), state?.authorityHash ? digitGroups(state.authorityHash) : ''],
          ]}
        />
        <p className="soft">{t(state?.authorityHash ? 'admin.fingerprintHint' : 'admin.noFingerprint')}</p>
      </section>
      <section className="panel admin-section">
        <h2>{t('admin.shared')}</h2>
        <ul className="admin-places">
          {places.map(([to, name]) => (
            <li key={name}>
              <Link to={to}>{t(`admin.places.${name}`)}</Link>
              <p className="soft">{t(`admin.placeHints.${name}`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel admin-section">
        <h2>{t('admin.published')}</h2>
        <p className="soft">{t('admin.publishedHint')}</p>
        {checklists.length === 0 && <p>{t('admin.nonePublished')}</p>}
        <ul className="admin-places">
          {checklists.map(({ id, title, version }) => (
            <li key={id}>
              <Link to={`/checklists/${id}`}>{title}</Link>
              <p className="soft">{t('checklists.published', { version })}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
